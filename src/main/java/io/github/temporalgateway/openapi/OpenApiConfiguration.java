package io.github.temporalgateway.openapi;

import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.springdoc.core.customizers.ServerBaseUrlCustomizer;
import org.springdoc.core.models.GroupedOpenApi;
import org.springdoc.core.providers.ObjectMapperProvider;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.info.BuildProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;

/** The frame of the document, and its two editions for Swagger UI. */
@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {

  @Bean
  OpenAPI openApi(ObjectProvider<BuildProperties> build) throws IOException {
    String description =
        new ClassPathResource("openapi/description.md").getContentAsString(StandardCharsets.UTF_8);
    return new OpenAPI()
        .info(
            new Info()
                .title("Temporal REST Gateway")
                .version(build.stream().map(BuildProperties::getVersion).findFirst().orElse("dev"))
                .description(description)
                .license(new License().name("Apache-2.0").identifier("Apache-2.0")));
  }

  @Bean
  GroupedOpenApi defaultNamespaceDocument() {
    return GroupedOpenApi.builder()
        .group("default-namespace")
        .displayName("Default Namespace")
        .pathsToMatch("/**")
        .addOpenApiCustomizer(NamespaceTwins::remove)
        .build();
  }

  @Bean
  GroupedOpenApi everyNamespaceDocument() {
    return GroupedOpenApi.builder()
        .group("every-namespace")
        .displayName("Every Namespace")
        .pathsToMatch("/**")
        .build();
  }

  /** Keeps the host out of the document, and the prefix that a proxy in front adds in it. */
  @Bean
  ServerBaseUrlCustomizer serverPath() {
    return (url, _) -> {
      String path = URI.create(url).getPath();
      return path.isEmpty() ? "/" : path;
    };
  }

  @Bean
  SmartInitializingSingleton readableYaml(ObjectProvider<ObjectMapperProvider> whereItIsOn) {
    return () ->
        whereItIsOn.ifAvailable(mappers ->
            ((YAMLFactory) mappers.yamlMapper().getFactory())
                .disable(YAMLGenerator.Feature.SPLIT_LINES)
                .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
                .enable(YAMLGenerator.Feature.LITERAL_BLOCK_STYLE));
  }
}

package io.github.temporalgateway.web.body;

import org.springframework.context.annotation.Configuration;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.json.JsonMapper;

/** Puts our reader and writer of JSON in the place of Spring's. */
@Configuration(proxyBeanMethods = false)
class BodyConfiguration implements WebMvcConfigurer {

  private final JsonMapper mapper;
  private final BodyProperties properties;
  private final BodyMemory memory;

  BodyConfiguration(JsonMapper mapper, BodyProperties properties, BodyMemory memory) {
    this.mapper = mapper;
    this.properties = properties;
    this.memory = memory;
  }

  /** A bean would come before the converters of text and bytes. */
  @Override
  public void configureMessageConverters(HttpMessageConverters.ServerBuilder converters) {
    converters.withJsonConverter(new JsonBodyConverter(mapper, properties, memory));
  }
}

package io.github.temporalgateway.security;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.List;
import java.util.Map;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;

/** Which credentials callers have, and which permission each operation needs. */
@Component
class CallerCredentials implements GlobalOperationCustomizer, GlobalOpenApiCustomizer {

  private static final String PERMISSION = "x-permission";

  private static final Map<String, SecurityScheme> SCHEMES =
      Map.of(
          "bearer",
          new SecurityScheme()
              .type(SecurityScheme.Type.HTTP)
              .scheme("bearer")
              .bearerFormat("JWT")
              .description("A signed token, where `gateway.security.mode` has `jwt`."),
          "apiKey",
          new SecurityScheme()
              .type(SecurityScheme.Type.APIKEY)
              .in(SecurityScheme.In.HEADER)
              .name("X-API-Key")
              .description("A key, where `gateway.security.mode` has `api-key`."),
          "clientCertificate",
          new SecurityScheme()
              .type(SecurityScheme.Type.MUTUALTLS)
              .description(
                  "The certificate of the connection, where `gateway.security.mode` has `mtls`."));

  private static final List<String> ORDER = List.of("bearer", "apiKey", "clientCertificate");

  /** Any of the credentials is enough. */
  @Override
  public void customise(OpenAPI document) {
    for (String name : ORDER) {
      document.getComponents().addSecuritySchemes(name, SCHEMES.get(name));
    }
    document.setSecurity(
        ORDER.stream().map(name -> new SecurityRequirement().addList(name)).toList());
  }

  @Override
  public Operation customize(Operation operation, HandlerMethod handler) {
    Allow allow = AnnotatedElementUtils.findMergedAnnotation(handler.getMethod(), Allow.class);
    if (allow == null) {
      return operation.security(List.of());
    }
    String permission = Rule.of(handler).map(rule -> rule.permission("<namespace>")).orElse("");
    if (!permission.isEmpty()) {
      operation.addExtension(PERMISSION, permission);
    }
    return operation;
  }
}

package io.github.temporalgateway.security;

import java.util.List;

/**
 * The paths of what explains the API. They are open to all: they are the same for all, and tell
 * nothing of any Namespace.
 */
public final class Manual {

  /** As patterns of Spring MVC. */
  public static final List<String> PATHS =
      List.of(
          "/problems/**",
          "/v3/api-docs/**",
          "/v3/api-docs.yaml",
          "/swagger-ui/**",
          "/swagger-ui.html");

  private Manual() {}
}

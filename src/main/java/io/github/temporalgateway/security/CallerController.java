package io.github.temporalgateway.security;

import io.github.temporalgateway.kernel.NamespaceName;
import io.github.temporalgateway.kernel.ServedNamespaces;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Telling callers who they are. */
@RestController
@Order(90)
@Tag(name = "Caller", description = "Find out who one is and what one may do.")
class CallerController {

  private final Policies policies;
  private final ServedNamespaces served;

  CallerController(Policies policies, ServedNamespaces served) {
    this.policies = policies;
    this.served = served;
  }

  /**
   * Tells who the gateway takes the caller for and what that one may do. Where nobody has to prove
   * who they are, everybody is {@code anonymous} and may do everything.
   */
  @GetMapping(path = "/me", produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(operationId = "getCaller", summary = "Find out what one may do")
  @ApiResponse(responseCode = "200", description = "Who one is and what one may do.")
  @Allow(in = Scope.CALLER)
  CallerDescription me(HttpServletRequest request) {
    Access access = Objects.requireNonNullElse(Access.of(request), Access.UNSECURED);
    Permissions permissions = access.permissions();
    return new CallerDescription(
        access.caller().id(),
        access.caller().kind(),
        namespaces(permissions)
            .map(namespace ->
                new CallerGrant(
                    namespace, permissions.rights(namespace), policies.allowed(access, namespace)))
            .toList());
  }

  /** Those that the gateway serves, and that the caller may do something in. */
  private Stream<String> namespaces(Permissions permissions) {
    return served.admitsAll()
        ? permissions.namespaces().stream()
        : served.named().stream().map(NamespaceName::value).filter(permissions::know).sorted();
  }
}

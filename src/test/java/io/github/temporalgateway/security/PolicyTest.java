package io.github.temporalgateway.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.temporalgateway.kernel.Caller;
import io.github.temporalgateway.kernel.CallerKind;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Policies are about the callers that they name, and nobody can pass for one of another kind. */
class PolicyTest {

  @ParameterizedTest
  @CsvSource({
    "orders, JWT, orders, true",
    "orders, API_KEY, orders, true",
    "orders, JWT, orders2, false",
    "order*, JWT, orders, true",
    "*, CLIENT_CERTIFICATE, x, true",
    "api-key:orders, API_KEY, orders, true",
    "api-key:orders, JWT, orders, false",
    "api-key:orders, JWT, api-key:orders, false",
    "api-key:*, API_KEY, orders, true",
    "api-key:*, JWT, api-key:orders, false",
    "spiffe://example/*, CLIENT_CERTIFICATE, spiffe://example/orders, true",
    "Orders, JWT, orders, false"
  })
  void callersAreMeantByIdOrByKindAndId(String pattern, CallerKind kind, String id, boolean meant) {
    Policy policy = new Policy(Set.of(pattern), Set.of(), Set.of(), Set.of(), Set.of(), Set.of());

    assertThat(policy.isFor(new Caller(id, kind), "default")).isEqualTo(meant);
  }
}

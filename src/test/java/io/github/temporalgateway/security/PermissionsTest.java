package io.github.temporalgateway.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Permissions mean what Temporal's default claim mapper and authorizer take them for. */
class PermissionsTest {

  @ParameterizedTest
  @CsvSource({
    "default:read, READ",
    "default:write, WORKER READ WRITE",
    "default:admin, WORKER READ WRITE ADMIN",
    "default:worker, WORKER",
    "default:READ, READ",
    "default:Write, WORKER READ WRITE",
    "temporal-system:read, READ",
    "temporal-system:admin, WORKER READ WRITE ADMIN",
    "Default:admin, ''",
    "other:admin, ''",
    "default:, ''",
    "default, ''",
    ":admin, ''",
    "default:superuser, ''",
    "default:read:write, ''",
    "default:read , READ",
    "default :read, ''",
    "'*:admin', ''",
    "Temporal-System:admin, ''"
  })
  void onePermissionGrants(String granted, String rights) {
    assertThat(rights(granted)).isEqualTo(rights);
  }

  @Test
  void severalAddUp() {
    assertThat(rights("default:worker", "default:read")).isEqualTo("WORKER READ");
    assertThat(rights("temporal-system:worker", "default:read")).isEqualTo("WORKER READ");
    assertThat(rights("other:admin", "default:read", "default:nothing")).isEqualTo("READ");
  }

  @Test
  void whatIsNoTextGrantsNothing() {
    List<Object> granted = new ArrayList<>(Arrays.asList(1, null, List.of("default:admin")));

    assertThat(Permissions.of(granted).include(Right.READ, "default")).isFalse();
    assertThat(Permissions.of(granted).know("default")).isFalse();
  }

  @Test
  void rightsForTheWholeServiceComeFromTheSystemOnly() {
    assertThat(Permissions.of(List.of("default:admin")).includeEverywhere(Right.READ)).isFalse();
    assertThat(Permissions.of(List.of("temporal-system:write")).includeEverywhere(Right.READ))
        .isTrue();
    assertThat(Permissions.of(List.of("temporal-system:write")).includeEverywhere(Right.ADMIN))
        .isFalse();
  }

  @Test
  void theNamespaceThatOneHasNoRightInIsNotKnown() {
    assertThat(Permissions.of(List.of("default:nonsense")).know("default")).isFalse();
    assertThat(Permissions.of(List.of("default:worker")).know("default")).isTrue();
    assertThat(Permissions.of(List.of("temporal-system:read")).know("anything")).isTrue();
  }

  private static String rights(String... granted) {
    return String.join(
        " ", Permissions.of(List.of(granted)).rights("default").stream().map(Right::name).toList());
  }
}

package io.github.temporalgateway.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.temporalgateway.kernel.IdempotencyKey;
import io.github.temporalgateway.kernel.NamespaceName;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Workflow Ids for callers that choose none. */
class WorkflowIdsTest {

  @Test
  void idOfAKeyIsTheUuidThatAnyoneWouldCompute() {
    // uuid.uuid5(uuid.NAMESPACE_URL, "default\nGreeting\nkey-1") in Python
    assertThat(of("default", "Greeting", "key-1"))
        .isEqualTo("c58d3f5d-7b8e-5cec-a8dd-d4d0a9335c5f");
    assertThat(of("ünï", "T", "\"")).isEqualTo("bf2f361d-c706-53a6-9537-485c7f3ed7c9");
  }

  @Test
  void namespaceTypeAndKeyAllCount() {
    assertThat(
            new String[] {
              of("default", "A", "k"),
              of("other", "A", "k"),
              of("default", "B", "k"),
              of("default", "A", "l")
            })
        .doesNotHaveDuplicates();
  }

  @Test
  void randomIdsSortByTheTimeTheyWereMade() {
    Instant start = Instant.parse("2026-01-01T00:00:00.001Z");

    assertThat(IntStream.range(0, 2000).mapToObj(i -> WorkflowIds.random(start.plusMillis(i))))
        .isSorted()
        .doesNotHaveDuplicates()
        .allSatisfy(id -> {
          assertThat(UUID.fromString(id).version()).isEqualTo(7);
          assertThat(UUID.fromString(id).variant()).isEqualTo(2);
        });
  }

  @Test
  void randomIdsBeginWithTheMilliseconds() {
    // The example of RFC 9562, appendix A.6: 0x017F22E279B0 is 2022-02-22T19:22:22Z.
    assertThat(WorkflowIds.random(Instant.parse("2022-02-22T19:22:22Z")))
        .startsWith("017f22e2-79b0-7");
  }

  private static String of(String namespace, String type, String key) {
    return WorkflowIds.of(new NamespaceName(namespace), type, new IdempotencyKey(key));
  }
}

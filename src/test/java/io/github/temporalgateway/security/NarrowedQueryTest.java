package io.github.temporalgateway.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.temporalgateway.problem.RefusedException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** No query gets out of the condition that policies put beside it. */
class NarrowedQueryTest {

  private static final Policy ORDERS = policy(Set.of("Order"), Set.of());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          ~~                                 | (((WorkflowType = 'Order')))
          A = 1                              | (((WorkflowType = 'Order'))) AND (A = 1)
          A = 1 OR B = 2                     | (((WorkflowType = 'Order'))) AND (A = 1 OR B = 2)
          GROUP BY ExecutionStatus           | (((WorkflowType = 'Order'))) GROUP BY ExecutionStatus
          A = 1 group  by X                  | (((WorkflowType = 'Order'))) AND (A = 1) group  by X
          A = ') OR (' AND B = "GROUP BY ("  | (((WorkflowType = 'Order'))) AND (A = ') OR (' AND B = "GROUP BY (")
          A = 'it''s' ORDER BY B             | (((WorkflowType = 'Order'))) AND (A = 'it''s') ORDER BY B
          """)
  void queryStaysWithinTheCondition(String query, String narrowed) {
    assertThat(NarrowedQuery.of(List.of(List.of(ORDERS)), query)).isEqualTo(narrowed);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "A = 1) OR (B = 2",
        ")",
        "(",
        "A = 'x",
        "A = \"x",
        "A = 1 -- ",
        "A = 1 /* x",
        "A = 1 # x",
        "A = 1; B",
        "A = '\\') OR (B = 2 OR C = '",
        "A = `x`",
        "A = 1 GROUP BY X) OR (B = 2",
        "GROUP BY X) OR (B = 2",
        "A = 1 GROUP BY X UNION SELECT y",
        "A = 1 ORDER BY X HAVING y",
        "A = 1 LIMIT 5) OR (B = 2"
      })
  void whatCouldMeanMoreIsRefused(String query) {
    assertThatThrownBy(() -> NarrowedQuery.of(List.of(List.of(ORDERS)), query))
        .isInstanceOf(RefusedException.class);
  }

  @Test
  void policiesAddUpAndTheirMembersNarrow() {
    assertThat(
            NarrowedQuery.of(
                List.of(
                    List.of(
                        policy(Set.of("Order*", "Refund"), Set.of("a")),
                        policy(Set.of(), Set.of("b*")))),
                ""))
        .isEqualTo(
            "(((WorkflowType STARTS_WITH 'Order' OR WorkflowType = 'Refund') AND (TaskQueue = 'a'))"
                + " OR ((TaskQueue STARTS_WITH 'b')))");
  }

  @Test
  void eachListOfPoliciesHasToAllowIt() {
    Policy queue = policy(Set.of(), Set.of("a"));

    assertThat(NarrowedQuery.of(List.of(List.of(ORDERS), List.of(queue)), "A = 1"))
        .isEqualTo("((((WorkflowType = 'Order'))) AND (((TaskQueue = 'a')))) AND (A = 1)");
  }

  private static Policy policy(Set<String> types, Set<String> queues) {
    return new Policy(Set.of(), Set.of(), Set.of(), types, queues, Set.of());
  }
}

package io.github.temporalgateway.visibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.temporalgateway.testing.GatewayClient.Answer;
import io.github.temporalgateway.testing.RealGateway;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;

/** A test about many executions, which a Search Attribute keeps apart from those of others. */
abstract class ManyExecutions extends RealGateway {

  /** Value of the attribute that the executions of one test have. */
  final String tag = UUID.randomUUID().toString();

  /** Starts an execution of this test. */
  Answer startTagged(String type, String workflowId, String... members) {
    String[] all = new String[members.length + 1];
    System.arraycopy(members, 0, all, 1, members.length);
    all[0] = "'searchAttributes':{'CustomKeyword':'" + tag + "'}";
    return started(type, workflowId, all);
  }

  /** A query for the executions of this test that meet a further condition. */
  String tagged(String and) {
    return encoded("CustomKeyword = '" + tag + "'" + and);
  }

  static String encoded(String query) {
    return "query=" + URLEncoder.encode(query, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** Waits until the visibility store, which lags behind, knows of so many executions. */
  void awaitVisible(int count, String query) {
    await()
        .atMost(Duration.ofSeconds(30))
        .pollInterval(Duration.ofMillis(500))
        .untilAsserted(() ->
            assertThat(gateway.get("/workflow-count?" + query).is(200).at("/count"))
                .isEqualTo(Integer.toString(count)));
  }
}

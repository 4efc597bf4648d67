package io.github.temporalgateway.testing;

import com.google.protobuf.ByteString;
import io.temporal.api.common.v1.Payload;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.api.workflowservice.v1.DescribeWorkflowExecutionRequest;
import io.temporal.api.workflowservice.v1.DescribeWorkflowExecutionResponse;
import io.temporal.client.WorkflowClient;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/**
 * A test that calls a running gateway in front of the shared Temporal server. All of them share one
 * gateway too, so a test that needs other settings takes an {@link OwnGateway} beside it or names
 * its properties.
 */
@RealTemporal
@Import(RpcLog.Configuration.class)
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "gateway.namespaces.allow=" + RealGateway.ABSENT_NAMESPACE,
      "gateway.namespaces.admin=true"
    })
public abstract class RealGateway {

  /** A Namespace that the gateway may ask about and that the server does not have. */
  protected static final String ABSENT_NAMESPACE = "absent-namespace";

  @LocalServerPort private int port;
  @Autowired protected RpcLog rpcs;

  /** A caller of the gateway. */
  protected GatewayClient gateway;

  @BeforeEach
  final void connect() {
    gateway = new GatewayClient(port);
  }

  /** A Workflow Id that nobody else has. */
  protected static String id(String name) {
    return name + "-" + UUID.randomUUID();
  }

  /**
   * The body of a start on the sample worker's Task Queue.
   *
   * @param members further members as JSON, with {@code '} for the quotation marks
   */
  protected static String start(String type, String... members) {
    return start(type, "samples", members);
  }

  /** The body of a start that no worker takes up, so that the execution stays as it was started. */
  protected static String startUnworked(String type, String... members) {
    return start(type, "no-worker-here", members);
  }

  private static String start(String type, String taskQueue, String... members) {
    StringBuilder body = new StringBuilder("{'workflowType':'" + type + "'");
    body.append(",'taskQueue':'").append(taskQueue).append('\'');
    for (String member : members) {
      body.append(',').append(member);
    }
    return body.append('}').toString().replace('\'', '"');
  }

  /** Starts a sample Workflow under an id. */
  protected final GatewayClient.Answer started(String type, String workflowId, String... members) {
    String[] all = new String[members.length + 1];
    System.arraycopy(members, 0, all, 1, members.length);
    all[0] = "'workflowId':'" + workflowId + "'";
    return gateway.post("/workflows", start(type, all)).is(201);
  }

  /** What Temporal itself says about an execution. */
  protected static DescribeWorkflowExecutionResponse described(
      WorkflowClient client, String workflowId) {
    return client
        .getWorkflowServiceStubs()
        .blockingStub()
        .describeWorkflowExecution(
            DescribeWorkflowExecutionRequest.newBuilder()
                .setNamespace("default")
                .setExecution(WorkflowExecution.newBuilder().setWorkflowId(workflowId))
                .build());
  }

  /** The value of a metadata entry of a payload as text; empty when it has none. */
  protected static String metadata(Payload payload, String key) {
    return payload.getMetadataOrDefault(key, ByteString.EMPTY).toStringUtf8();
  }
}

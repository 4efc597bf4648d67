package io.github.temporalgateway.workflow;

import io.github.temporalgateway.web.BenchBodies;
import io.github.temporalgateway.web.json.BenchJson;
import io.temporal.api.common.v1.WorkflowType;
import io.temporal.api.taskqueue.v1.TaskQueue;
import io.temporal.api.workflowservice.v1.StartWorkflowExecutionRequest;
import io.temporal.common.converter.DefaultDataConverter;
import java.util.Map;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import tools.jackson.databind.json.JsonMapper;

/** From the body of a start to the bytes of Temporal's request. */
@State(Scope.Benchmark)
public class StartBench {

  private final BenchJson json = new BenchJson();
  private final JsonMapper tree = new JsonMapper();

  /** How large the body is. */
  @Param({"217", "10000"})
  public int size;

  private byte[] body = {};

  /** Writes the body. */
  @Setup
  public void write() {
    body = BenchBodies.start(size);
  }

  /** The gateway: the input is cut out of the body. */
  @Benchmark
  public byte[] passthrough() {
    StartWorkflowRequest start = json.read(body, StartWorkflowRequest.class);
    return StartMapper.toProto(start, "order-1", "orders", Map.of()).build().toByteArray();
  }

  /** What a wrapper over the SDK does: parse the input, and write it again. */
  @Benchmark
  public byte[] throughTree() {
    Map<?, ?> start = tree.readValue(body, Map.class);
    return StartWorkflowExecutionRequest.newBuilder()
        .setWorkflowId("order-1")
        .setWorkflowType(WorkflowType.newBuilder().setName((String) start.get("workflowType")))
        .setTaskQueue(TaskQueue.newBuilder().setName("orders"))
        .setInput(
            DefaultDataConverter.STANDARD_INSTANCE.toPayloads(start.get("input")).orElseThrow())
        .build()
        .toByteArray();
  }
}

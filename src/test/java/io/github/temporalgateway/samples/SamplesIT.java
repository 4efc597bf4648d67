package io.github.temporalgateway.samples;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.google.protobuf.ByteString;
import io.github.temporalgateway.testing.RealTemporal;
import io.temporal.api.common.v1.Payload;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowFailedException;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.client.WorkflowUpdateException;
import io.temporal.common.SearchAttributeKey;
import io.temporal.common.SearchAttributes;
import io.temporal.common.converter.RawValue;
import io.temporal.failure.ApplicationFailure;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The sample Workflows do what other tests rely on. */
@RealTemporal
class SamplesIT {

  private static final WorkflowOptions OPTIONS =
      WorkflowOptions.newBuilder().setTaskQueue(SampleWorker.TASK_QUEUE).build();

  @Test
  void echoKeepsEveryByte(WorkflowClient client) {
    RawValue value = json("{\"b\" : 1.10, \"a\":12345678901234567890}");

    WorkflowStub echo = started(client, "Echo", value);

    assertThat(echo.getResult(RawValue.class).getPayload()).isEqualTo(value.getPayload());
  }

  @Test
  void shortWorkflowsComplete(WorkflowClient client) {
    assertThat(started(client, "Nothing").getResult(String.class)).isNull();
    assertThat(started(client, "Bytes").getResult(byte[].class)).hasSize(256).startsWith(0, 1);
    assertThat(started(client, "Sleep", 0.2).getResult(String.class)).isEqualTo("slept");
    assertThat(started(client, "ContinueAsNew", 2).getResult(Integer.class)).isEqualTo(3);
    assertThat(started(client, "Activity").getResult(String.class)).isEqualTo("attempt 2");
  }

  @Test
  void failureCarriesDetailsAndCause(WorkflowClient client) {
    WorkflowStub fail = started(client, "Fail");

    assertThatThrownBy(() -> fail.getResult(String.class))
        .isInstanceOf(WorkflowFailedException.class)
        .cause()
        .isInstanceOfSatisfying(
            ApplicationFailure.class,
            failure -> {
              assertThat(failure.getType()).isEqualTo("OutOfStock");
              assertThat(failure.getDetails().get(1, String.class)).isEqualTo("second detail");
              assertThat(failure.getCause()).hasMessageContaining("Shelf 12 is empty.");
            });
  }

  @Test
  void messagesReachTheOpenWorkflow(WorkflowClient client) {
    WorkflowStub waiting = started(client, "WaitForSignal");
    assertThat(waiting.update("add", Integer.class, 4)).isEqualTo(4);
    assertThat(waiting.query("times", Integer.class, 3)).isEqualTo(12);
    assertThatThrownBy(() -> waiting.update("add", Integer.class, -1))
        .isInstanceOf(WorkflowUpdateException.class);
    assertThatThrownBy(() -> waiting.update("add", Integer.class, 13))
        .isInstanceOf(WorkflowUpdateException.class);

    waiting.signal("proceed", json("[1.0]"));

    assertThat(waiting.getResult(RawValue.class).getPayload().getData().toStringUtf8())
        .isEqualTo("[1.0]");
    assertThat(waiting.query("state", WaitForSignal.State.class))
        .isEqualTo(new WaitForSignal.State(true, 4));
  }

  @Test
  void activityWaitsForWhoeverHoldsItsToken(WorkflowClient client) {
    WorkflowStub workflow = client.newUntypedWorkflowStub("Activity", OPTIONS);
    String workflowId = workflow.start("external").getWorkflowId();
    await()
        .until(() ->
            workflow.describe().getRawDescription().getPendingActivitiesList().stream()
                .anyMatch(activity -> activity.getHeartbeatDetails().getPayloadsCount() > 0));
    String activityId =
        workflow.describe().getRawDescription().getPendingActivities(0).getActivityId();

    client.newActivityCompletionClient().complete(workflowId, Optional.empty(), activityId, "done");

    assertThat(workflow.getResult(String.class)).isEqualTo("done");
  }

  @Test
  void failingTaskStaysOpen(WorkflowClient client) {
    WorkflowStub failing = started(client, "FailingTask");

    await()
        .untilAsserted(() ->
            assertThat(failing.describe().getRawDescription().getPendingWorkflowTask().getAttempt())
                .isGreaterThan(1));

    failing.terminate("seen");
  }

  @Test
  void customSearchAttributesAreKnown(WorkflowClient client) {
    SearchAttributeKey<String> keyword = SearchAttributeKey.forKeyword("CustomKeyword");
    WorkflowOptions options =
        OPTIONS.toBuilder()
            .setTypedSearchAttributes(SearchAttributes.newBuilder().set(keyword, "red").build())
            .build();
    WorkflowStub headers = client.newUntypedWorkflowStub("Headers", options);
    headers.start();

    assertThat(headers.getResult(Headers.Received.class))
        .isEqualTo(new Headers.Received(Map.of(), Map.of("CustomKeyword", "red")));
  }

  private static WorkflowStub started(WorkflowClient client, String type, Object... arguments) {
    WorkflowStub stub = client.newUntypedWorkflowStub(type, OPTIONS);
    stub.start(arguments);
    return stub;
  }

  private static RawValue json(String text) {
    return new RawValue(
        Payload.newBuilder()
            .putMetadata("encoding", ByteString.copyFrom("json/plain", UTF_8))
            .setData(ByteString.copyFrom(text, UTF_8))
            .build());
  }
}

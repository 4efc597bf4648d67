package io.github.temporalgateway.payload;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import com.google.protobuf.Duration;
import com.google.protobuf.Message;
import com.google.protobuf.Timestamp;
import io.temporal.api.common.v1.Header;
import io.temporal.api.common.v1.Memo;
import io.temporal.api.common.v1.Payload;
import io.temporal.api.common.v1.Payloads;
import io.temporal.api.common.v1.RetryPolicy;
import io.temporal.api.common.v1.WorkflowType;
import io.temporal.api.enums.v1.EventType;
import io.temporal.api.enums.v1.NexusHandlerErrorRetryBehavior;
import io.temporal.api.enums.v1.RetryState;
import io.temporal.api.enums.v1.TaskQueueKind;
import io.temporal.api.failure.v1.ApplicationFailureInfo;
import io.temporal.api.failure.v1.Failure;
import io.temporal.api.failure.v1.NexusHandlerFailureInfo;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.api.history.v1.MarkerRecordedEventAttributes;
import io.temporal.api.history.v1.NexusOperationScheduledEventAttributes;
import io.temporal.api.history.v1.WorkflowExecutionFailedEventAttributes;
import io.temporal.api.history.v1.WorkflowExecutionStartedEventAttributes;
import io.temporal.api.taskqueue.v1.TaskQueue;
import io.temporal.api.workflowservice.v1.PollWorkflowTaskQueueResponse;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class ProtoJsonTest {

  private static final String EXACT = "{\"a\":12345678901234567890,\"b\":1.10}";

  @Test
  void payloadIsItsOwnJsonByteForByte() {
    assertThat(json(payload(EXACT))).isEqualTo(EXACT);
    assertThat(json(payload("{ \"z\" : 1e400 , \"a\" : [ ] }")))
        .isEqualTo("{ \"z\" : 1e400 , \"a\" : [ ] }");
  }

  @Test
  void payloadThatIsNoJsonIsAnEnvelope() {
    Payload bytes =
        Payload.newBuilder()
            .putMetadata("encoding", ByteString.copyFromUtf8("binary/plain"))
            .setData(ByteString.copyFrom(new byte[] {1, 2, 3}))
            .build();

    assertThat(json(bytes))
        .isEqualTo("{\"metadata\":{\"encoding\":\"YmluYXJ5L3BsYWlu\"},\"data\":\"AQID\"}");
  }

  @Test
  void payloadsAreAnArrayAndMemosAndHeadersAreObjects() {
    WorkflowExecutionStartedEventAttributes started =
        WorkflowExecutionStartedEventAttributes.newBuilder()
            .setInput(Payloads.newBuilder().addPayloads(payload(EXACT)).addPayloads(payload("2")))
            .setMemo(Memo.newBuilder().putFields("no\"te", payload("1.0")))
            .setHeader(Header.newBuilder().putFields("h", payload("null")))
            .build();

    assertThat(json(started))
        .isEqualTo(
            "{\"input\":[" + EXACT + ",2],\"memo\":{\"no\\\"te\":1.0},\"header\":{\"h\":null}}");
  }

  @Test
  void enumsHaveNoPrefix() {
    assertThat(
            json(
                HistoryEvent.newBuilder()
                    .setEventType(EventType.EVENT_TYPE_WORKFLOW_EXECUTION_STARTED)
                    .build()))
        .isEqualTo("{\"eventType\":\"WORKFLOW_EXECUTION_STARTED\"}");
    assertThat(
            json(
                NexusHandlerFailureInfo.newBuilder()
                    .setRetryBehavior(
                        NexusHandlerErrorRetryBehavior
                            .NEXUS_HANDLER_ERROR_RETRY_BEHAVIOR_NON_RETRYABLE)
                    .build()))
        .isEqualTo("{\"retryBehavior\":\"NON_RETRYABLE\"}");
    assertThat(json(TaskQueue.newBuilder().setName("q").setKindValue(77).build()))
        .isEqualTo("{\"name\":\"q\",\"kind\":\"UNKNOWN\"}");
    assertThat(
            json(TaskQueue.newBuilder().setKind(TaskQueueKind.TASK_QUEUE_KIND_UNSPECIFIED).build()))
        .isEqualTo("{}");
  }

  @Test
  void wholeNumbersTimesDurationsAndBytes() {
    assertThat(json(HistoryEvent.newBuilder().setEventId(Long.MAX_VALUE).build()))
        .isEqualTo("{\"eventId\":9223372036854775807}");
    assertThat(
            json(
                HistoryEvent.newBuilder()
                    .setEventTime(Timestamp.newBuilder().setSeconds(1).setNanos(5_000_000))
                    .build()))
        .isEqualTo("{\"eventTime\":\"1970-01-01T00:00:01.005Z\"}");
    assertThat(
            json(
                RetryPolicy.newBuilder()
                    .setInitialInterval(Duration.newBuilder().setSeconds(90))
                    .setBackoffCoefficient(2.5)
                    .addNonRetryableErrorTypes("A")
                    .build()))
        .isEqualTo(
            "{\"initialInterval\":\"PT1M30S\",\"backoffCoefficient\":2.5,"
                + "\"nonRetryableErrorTypes\":[\"A\"]}");
    assertThat(
            json(
                PollWorkflowTaskQueueResponse.newBuilder()
                    .setTaskToken(ByteString.copyFrom(new byte[] {(byte) 0xff, 0, 1}))
                    .build()))
        .isEqualTo("{\"taskToken\":\"/wAB\"}");
  }

  @Test
  void mapsAreObjects() {
    assertThat(
            json(
                NexusOperationScheduledEventAttributes.newBuilder()
                    .putNexusHeader("k", "v")
                    .build()))
        .isEqualTo("{\"nexusHeader\":{\"k\":\"v\"}}");
    assertThat(
            json(
                MarkerRecordedEventAttributes.newBuilder()
                    .putDetails("data", Payloads.newBuilder().addPayloads(payload("1.10")).build())
                    .build()))
        .isEqualTo("{\"details\":{\"data\":[1.10]}}");
  }

  @Test
  void failureHasTheShapeOfAllFailuresAndNoStackTrace() {
    Failure failure =
        Failure.newBuilder()
            .setMessage("no")
            .setStackTrace("\tat secret")
            .setApplicationFailureInfo(
                ApplicationFailureInfo.newBuilder()
                    .setType("T")
                    .setDetails(Payloads.newBuilder().addPayloads(payload("1.10"))))
            .build();

    assertThat(
            json(
                WorkflowExecutionFailedEventAttributes.newBuilder()
                    .setFailure(failure)
                    .setRetryState(RetryState.RETRY_STATE_TIMEOUT)
                    .build()))
        .isEqualTo(
            "{\"failure\":{\"message\":\"no\",\"type\":\"T\",\"nonRetryable\":false,"
                + "\"details\":[1.10]},\"retryState\":\"TIMEOUT\"}");
  }

  @Test
  void messagesAreRecursive() {
    assertThat(
            json(
                HistoryEvent.newBuilder()
                    .setWorkflowExecutionStartedEventAttributes(
                        WorkflowExecutionStartedEventAttributes.newBuilder()
                            .setWorkflowType(WorkflowType.newBuilder().setName("W")))
                    .build()))
        .isEqualTo(
            "{\"workflowExecutionStartedEventAttributes\":{\"workflowType\":{\"name\":\"W\"}}}");
  }

  private static Payload payload(String json) {
    return Payload.newBuilder()
        .putMetadata("encoding", ByteString.copyFromUtf8("json/plain"))
        .setData(ByteString.copyFromUtf8(json))
        .build();
  }

  private static String json(Message message) {
    return new ProtoJson(new FailureMapper(new ErrorProperties(false)), JsonMapper.shared())
        .toJson(message)
        .toString();
  }
}

package io.github.temporalgateway.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import io.github.temporalgateway.kernel.IdempotencyKey;
import io.temporal.api.common.v1.Memo;
import io.temporal.api.common.v1.Payload;
import io.temporal.api.workflowservice.v1.StartWorkflowExecutionRequest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a start leaves in the memo tells a retry from another request, across restarts. */
class IdempotencyMemoTest {

  private static final IdempotencyKey KEY = new IdempotencyKey("key");

  @Test
  void memoReadsBackAsItWasWritten() {
    IdempotencyMemo memo = IdempotencyMemo.of(KEY, request("a", "b"));

    Memo written = Memo.newBuilder().putFields(IdempotencyMemo.NAME, memo.toPayload()).build();

    assertThat(IdempotencyMemo.in(written)).contains(memo);
  }

  @Test
  void sameRequestHasTheSameHashInWhateverOrderItsMapsAre() {
    IdempotencyMemo one = IdempotencyMemo.of(KEY, request("a", "b", "c", "d", "e"));
    IdempotencyMemo two = IdempotencyMemo.of(KEY, request("e", "c", "d", "b", "a"));

    assertThat(two.request()).isEqualTo(one.request());
    assertThat(two.hasKeyOf(one)).isTrue();
    assertThat(two.attempt()).isNotEqualTo(one.attempt());
  }

  @Test
  void hashesDoNotChangeFromOneReleaseToTheNext() {
    IdempotencyMemo memo =
        IdempotencyMemo.of(
            KEY, List.of(StartWorkflowExecutionRequest.newBuilder().setWorkflowId("id").build()));

    // SHA-256 of "key", and of the protobuf field 2 with the text "id".
    assertThat(memo.key())
        .isEqualTo("2c70e12b7a0646f92279f427c7b38e7334d8e5389cff167a1dc30e73f826b683");
    assertThat(memo.request())
        .isEqualTo("64ee4608c325ced40fca6228b4ceb70d408861361d7e860013891bdd89dd5b80");
  }

  @Test
  void otherKeyOrRequestHasAnotherHash() {
    IdempotencyMemo memo = IdempotencyMemo.of(KEY, request("a"));

    assertThat(IdempotencyMemo.of(KEY, request("b")).request()).isNotEqualTo(memo.request());
    assertThat(IdempotencyMemo.of(new IdempotencyKey("Key"), request("a")).hasKeyOf(memo))
        .isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "null", "\"\"", "\"a b c\"", "{}"})
  void whatOthersWroteUnderTheNameIsIgnored(String text) {
    Payload payload = Payload.newBuilder().setData(ByteString.copyFromUtf8(text)).build();

    assertThat(
            IdempotencyMemo.in(Memo.newBuilder().putFields(IdempotencyMemo.NAME, payload).build()))
        .isEmpty();
    assertThat(IdempotencyMemo.in(Memo.getDefaultInstance())).isEmpty();
  }

  private static List<StartWorkflowExecutionRequest> request(String... memo) {
    StartWorkflowExecutionRequest.Builder request = StartWorkflowExecutionRequest.newBuilder();
    for (String name : memo) {
      request.getMemoBuilder().putFields(name, Payload.getDefaultInstance());
    }
    return List.of(request.build());
  }
}

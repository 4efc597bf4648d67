package io.github.temporalgateway.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.temporalgateway.payload.JsonValue;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class LinesSinkTest {

  private final ByteArrayOutputStream body = new ByteArrayOutputStream();
  private final AtomicInteger flushes = new AtomicInteger();
  private final LinesSink sink =
      new LinesSink(new LineOutput(body, flushes::incrementAndGet, JsonMapper.shared()));

  @Test
  void batchIsSentAtOnceAndNeedsNoSignOfLife() throws IOException {
    sink.event(event());
    sink.event(event());
    sink.endOfBatch(EventPosition.START);

    assertThat(text().lines()).hasSize(2).allMatch(line -> line.startsWith("{"));
    assertThat(flushes).hasValue(1);
  }

  @Test
  void batchWithoutWantedEventsIsASignOfLife() throws IOException {
    sink.event(event());
    sink.endOfBatch(EventPosition.START);
    body.reset();

    sink.endOfBatch(EventPosition.START);

    assertThat(text()).isEqualTo("\n");
    assertThat(flushes).hasValue(2);
  }

  private String text() {
    return body.toString(StandardCharsets.UTF_8);
  }

  private static WorkflowEvent event() {
    return new WorkflowEvent(
        "run/1", 1, Instant.EPOCH, "WORKFLOW_EXECUTION_STARTED", JsonValue.of("{}"), null);
  }
}

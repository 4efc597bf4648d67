package io.github.temporalgateway.web.lines;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.temporalgateway.payload.JsonValue;
import io.github.temporalgateway.problem.ProblemCode;
import io.github.temporalgateway.problem.RefusedException;
import io.github.temporalgateway.web.JsonLines;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.mock.http.MockHttpOutputMessage;
import org.springframework.mock.web.MockHttpServletRequest;
import tools.jackson.databind.json.JsonMapper;

/** The lines of a stream, and how it ends. */
class JsonLinesConverterTest {

  private final MockHttpOutputMessage output = new MockHttpOutputMessage();
  private final JsonLinesConverter converter =
      new JsonLinesConverter(
          JsonMapper.shared(), new MockHttpServletRequest("GET", "/workflow-results"));

  @Test
  void valueWithLineBreaksStaysOnOneLine() throws IOException {
    JsonValue pretty = JsonValue.of("{\r\n  \"a\": \"x\\ny\"\n}");

    write(reader -> List.of(pretty, JsonValue.of("1")).forEach(reader));

    assertThat(output.getBodyAsString(UTF_8)).isEqualTo("{    \"a\": \"x\\ny\" }\n1\n");
    assertThat(output.getHeaders().getContentType()).isEqualTo(MediaType.APPLICATION_NDJSON);
  }

  @Test
  void failureAfterALineBecomesTheLastLine() throws IOException {
    write(reader -> {
      reader.accept(1);
      throw new RefusedException(ProblemCode.SHUTTING_DOWN, "The end.");
    });

    assertThat(output.getBodyAsString(UTF_8).lines())
        .hasSize(2)
        .last()
        .asString()
        .startsWith("{\"problem\":{")
        .contains("\"code\":\"shutting-down\"", "\"instance\":\"/workflow-results\"");
  }

  @Test
  void mistakeAfterALineTellsNothingOfIt() throws IOException {
    write(reader -> {
      reader.accept(1);
      throw new IllegalStateException("secret");
    });

    assertThat(output.getBodyAsString(UTF_8))
        .contains("\"code\":\"internal\"")
        .doesNotContain("secret");
  }

  @Test
  void failureBeforeTheFirstLineIsLeftToOthers() {
    RefusedException failure = new RefusedException(ProblemCode.INVALID_QUERY, "No.");

    assertThatThrownBy(() ->
            write(reader -> {
              throw failure;
            }))
        .isSameAs(failure);
    assertThat(output.getBodyAsBytes()).isEmpty();
  }

  @Test
  void callerThatIsGoneEndsTheMakingOfLines() throws IOException {
    AtomicInteger made = new AtomicInteger();

    converter.write(
        reader -> {
          for (int i = 0; i < 10; i++) {
            made.incrementAndGet();
            reader.accept(i);
          }
        },
        MediaType.APPLICATION_NDJSON,
        new Broken());

    assertThat(made).hasValue(1);
  }

  private void write(JsonLines<Object> lines) throws IOException {
    converter.write(lines, MediaType.APPLICATION_NDJSON, output);
  }

  private static final class Broken implements HttpOutputMessage {

    @Override
    public OutputStream getBody() throws IOException {
      throw new IOException("closed");
    }

    @Override
    public HttpHeaders getHeaders() {
      return new HttpHeaders();
    }
  }
}

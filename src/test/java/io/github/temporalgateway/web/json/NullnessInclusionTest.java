package io.github.temporalgateway.web.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** What is written is what the document says, however empty a value is. */
class NullnessInclusionTest {

  private final JsonMapper mapper = mapper();

  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  record Answer(
      String always,
      List<String> items,
      @Nullable String text,
      @Nullable List<String> more,
      @Nullable Map<String, String> fields) {}

  record Plain(String always, @Nullable String text) {}

  @Test
  void membersThatAreAlwaysThereAreWrittenThoughEmpty() {
    assertThat(mapper.writeValueAsString(new Answer("", List.of(), "", List.of(), Map.of())))
        .isEqualTo("{\"always\":\"\",\"items\":[]}");
  }

  @Test
  void membersWithoutValueAreLeftOut() {
    assertThat(mapper.writeValueAsString(new Plain("a", null))).isEqualTo("{\"always\":\"a\"}");
  }

  private static JsonMapper mapper() {
    JsonMapper.Builder builder = JsonMapper.builder();
    StrictJson.customize(builder);
    return builder.build();
  }
}

package io.github.temporalgateway.web.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** What isn't exactly right is refused, what is absent is left out. */
class StrictJsonTest {

  private final JsonMapper mapper;

  StrictJsonTest() {
    JsonMapper.Builder builder = JsonMapper.builder();
    StrictJson.customize(builder);
    mapper = builder.build();
  }

  enum Color {
    RED,
    GREEN
  }

  record Body(
      @Nullable String text,
      @Nullable Integer whole,
      @Nullable Long large,
      @Nullable Double number,
      @Nullable Float fraction,
      @Nullable Boolean flag,
      @Nullable Color color,
      @Nullable Duration time,
      @Nullable List<String> list) {}

  @Test
  void rightValuesAreRead() {
    Body body =
        mapper.readValue(
            """
            {"text":"ü😀","whole":-1,"large":9007199254740993,"number":1,"fraction":0.5,"flag":true,
             "color":"GREEN","time":"1h30m","list":["a"]}\
            """,
            Body.class);

    assertThat(body)
        .isEqualTo(
            new Body(
                "ü😀",
                -1,
                9_007_199_254_740_993L,
                1.0,
                0.5f,
                true,
                Color.GREEN,
                Duration.ofMinutes(90),
                List.of("a")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'text':1}",
        "{'text':1.5}",
        "{'text':true}",
        "{'text':{}}",
        "{'text':['a']}",
        "{'text':'\\ud800'}",
        "{'text':'a\\udc00b'}",
        "{'text':'\\udc00\\ud800'}",
        "{'whole':'1'}",
        "{'whole':1.0}",
        "{'whole':1e2}",
        "{'whole':true}",
        "{'whole':''}",
        "{'whole':[1]}",
        "{'whole':2147483648}",
        "{'large':9223372036854775808}",
        "{'number':'1.5'}",
        "{'number':'NaN'}",
        "{'number':'-Infinity'}",
        "{'number':true}",
        "{'fraction':'NaN'}",
        "{'fraction':'1'}",
        "{'fraction':[1]}",
        "{'number':NaN}",
        "{'number':''}",
        "{'flag':'true'}",
        "{'flag':1}",
        "{'flag':''}",
        "{'color':'red'}",
        "{'color':0}",
        "{'color':''}",
        "{'time':5}",
        "{'time':''}",
        "{'time':'soon'}",
        "{'list':'a'}",
        "{'list':[1]}",
        "{'list':{}}",
        "{'unknown':1}",
        "{'Text':'a'}",
        "{'text':'a','text':'a'}",
        "{'text':'a'} {}",
        "{'text':'a',}",
        "{text:'a'}",
        "{'text':'a' // comment\n}",
        "[{}]",
        "''",
        ""
      })
  void anythingElseIsRefused(String json) {
    assertThatThrownBy(() -> mapper.readValue(json.replace('\'', '"'), Body.class))
        .isInstanceOf(JacksonException.class);
  }

  @Test
  void absentMembersAreLeftOut() {
    assertThat(
            mapper.writeValueAsString(new Body(null, 1, null, null, null, null, null, null, null)))
        .isEqualTo("{\"whole\":1}");
  }

  @Test
  void timesAreWrittenAsIso8601() {
    record Times(Instant at, Duration in) {}

    assertThat(
            mapper.writeValueAsString(
                new Times(Instant.parse("2030-01-31T12:00:00.5Z"), Duration.ofMillis(90_500))))
        .isEqualTo("{\"at\":\"2030-01-31T12:00:00.500Z\",\"in\":\"PT1M30.5S\"}");
  }
}

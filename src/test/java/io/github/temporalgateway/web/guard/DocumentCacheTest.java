package io.github.temporalgateway.web.guard;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** No spelling of a path makes the document be written again. */
class DocumentCacheTest {

  private final DocumentCache cache = new DocumentCache();
  private int written;

  @ParameterizedTest
  @CsvSource({
    "GET, /v3/api-docs, a=b",
    "GET, /v3/%61pi-docs, ''",
    "GET, /v3/api%2ddocs, ''",
    "GET, /v3/api%2Ddocs, ''",
    "HEAD, /v3/api-docs, ''"
  })
  void oneDocumentHasManySpellings(String method, String path, String query) throws Exception {
    String plain = get("GET", "", "/v3/api-docs", "");

    assertThat(get(method, "", path, query)).isEqualTo(plain);
    assertThat(written).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "'', /v3//api-docs",
    "'', /v3%2Fapi-docs",
    "'', /V3/api-docs",
    "'', /v3/api-docs/",
    "/gw, /gw/v3/api-docs"
  })
  void whatLeadsElsewhereIsAnother(String prefix, String path) throws Exception {
    String plain = get("GET", "", "/v3/api-docs", "");

    assertThat(get("GET", prefix, path, "")).isNotEqualTo(plain);
  }

  @Test
  void manyPrefixesDoNotEndTheKeeping() throws Exception {
    for (String prefix : IntStream.range(0, 100).mapToObj(i -> "/p" + i).toList()) {
      get("GET", prefix, prefix + "/v3/api-docs", "");
    }
    int before = written;

    for (int i = 0; i < 20; i++) {
      get("GET", "/gw", "/gw/v3/api-docs", "");
    }

    assertThat(written - before).isLessThan(10);
  }

  private String get(String method, String prefix, String path, String query)
      throws ServletException, IOException {
    MockHttpServletRequest request = new MockHttpServletRequest(method, path);
    request.setContextPath(prefix);
    request.setQueryString(query);
    MockHttpServletResponse response = new MockHttpServletResponse();
    cache.doFilter(
        request,
        response,
        (_, answer) -> answer.getOutputStream().write(("document " + ++written).getBytes(UTF_8)));
    return response.getContentAsString();
  }
}

package io.github.temporalgateway.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A caller of the gateway: plain HTTP, no knowledge of Temporal. */
public final class GatewayClient {

  private static final HttpClient PLAIN =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private static final JsonMapper JSON = JsonMapper.shared();

  private final HttpClient http;
  private final URI base;

  /** A caller of the gateway on this machine. */
  public GatewayClient(int port) {
    this.http = PLAIN;
    this.base = URI.create("http://127.0.0.1:" + port);
  }

  /** A caller that uses TLS. */
  public GatewayClient(int port, SSLContext tls) {
    this.http =
        HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).sslContext(tls).build();
    this.base = URI.create("https://127.0.0.1:" + port);
  }

  /** The port of the gateway. */
  public int port() {
    return base.getPort();
  }

  /** Sends a request without a body; headers are names and values in turn. */
  public Answer send(String method, String path, String... headers) {
    return exchange(method, path, HttpRequest.BodyPublishers.noBody(), headers);
  }

  /** GET. */
  public Answer get(String path, String... headers) {
    return send("GET", path, headers);
  }

  /** POST of a JSON body. */
  public Answer post(String path, String json, String... headers) {
    return post(path, json.getBytes(StandardCharsets.UTF_8), headers);
  }

  /** PATCH with a JSON body. */
  public Answer patch(String path, String json) {
    return exchange(
        "PATCH",
        path,
        HttpRequest.BodyPublishers.ofString(json),
        "Content-Type",
        "application/json");
  }

  /** POST of any bytes as JSON, unless the headers name another Content-Type. */
  public Answer post(String path, byte[] body, String... headers) {
    boolean typed = List.of(headers).contains("Content-Type");
    return exchange(
        "POST",
        path,
        HttpRequest.BodyPublishers.ofByteArray(body),
        typed ? headers : with(headers, "Content-Type", "application/json"));
  }

  /** POST of JSON whose length is not told beforehand. */
  public Answer postChunked(String path, InputStream body, String... headers) {
    return exchange(
        "POST",
        path,
        HttpRequest.BodyPublishers.ofInputStream(() -> body),
        with(headers, "Content-Type", "application/json"));
  }

  /** Sends a request with any method and body; headers are names and values in turn. */
  public Answer send(String method, String path, byte[] body, String... headers) {
    return exchange(method, path, HttpRequest.BodyPublishers.ofByteArray(body), headers);
  }

  private Answer exchange(
      String method, String path, HttpRequest.BodyPublisher body, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + path))
            .method(method, body)
            .timeout(Duration.ofSeconds(90));
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      return new Answer(http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray()));
    } catch (IOException failure) {
      throw new AssertionError("No answer to " + method + " " + path, failure);
    } catch (InterruptedException interrupt) {
      Thread.currentThread().interrupt();
      throw new AssertionError("Interrupted", interrupt);
    }
  }

  private static String[] with(String[] headers, String name, String value) {
    String[] all = new String[headers.length + 2];
    System.arraycopy(headers, 0, all, 0, headers.length);
    all[headers.length] = name;
    all[headers.length + 1] = value;
    return all;
  }

  /** What the gateway answered. */
  public record Answer(HttpResponse<byte[]> response) {

    /** The HTTP status. */
    public int status() {
      return response.statusCode();
    }

    /** The value of a header, or the empty string. */
    public String header(String name) {
      return response.headers().firstValue(name).orElse("");
    }

    /** The body as text. */
    public String text() {
      return new String(response.body(), StandardCharsets.UTF_8);
    }

    /** The body as it came. */
    public byte[] bytes() {
      return response.body();
    }

    /** The body as JSON. */
    public JsonNode json() {
      return JSON.readTree(response.body());
    }

    /** A member of the body as text, by JSON Pointer; empty when absent. */
    public String at(String pointer) {
      JsonNode node = json().at(pointer);
      return node.isMissingNode() ? "" : node.asString();
    }

    /** Asserts the status, showing the body when it is another. */
    public Answer is(int status) {
      assertThat(status()).as(text()).isEqualTo(status);
      return this;
    }

    /** Asserts a problem body with this status and code. */
    public Answer isProblem(int status, String code) {
      is(status);
      assertThat(header("Content-Type")).isEqualTo("application/problem+json");
      assertThat(at("/code")).as(text()).isEqualTo(code);
      assertThat(at("/status")).isEqualTo(String.valueOf(status));
      assertThat(at("/type")).isEqualTo("/problems/" + code);
      assertThat(at("/title")).isNotEmpty();
      assertThat(at("/detail")).isNotEmpty();
      assertThat(text()).doesNotContain("Exception", "io.github", "tools.jackson", "\tat ");
      return this;
    }
  }
}

package io.github.temporalgateway.web.body;

import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpOutputMessage;
import org.springframework.util.FastByteArrayOutputStream;

/**
 * An answer whose size is told ({@code Content-Length}, RFC 9110 §8.6) when it is small, so that it
 * leaves in one piece. A large one streams, so that memory does not grow with it.
 */
final class SizedAnswer extends OutputStream implements HttpOutputMessage {

  private static final int SMALL = 64 * 1024;

  private final HttpOutputMessage message;
  private final FastByteArrayOutputStream small = new FastByteArrayOutputStream(1024);
  private @Nullable OutputStream large;

  SizedAnswer(HttpOutputMessage message) {
    this.message = message;
  }

  @Override
  public HttpHeaders getHeaders() {
    return message.getHeaders();
  }

  @Override
  public OutputStream getBody() {
    return this;
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    if (large == null && small.size() + length > SMALL) {
      large = message.getBody();
      small.writeTo(large);
    }
    (large == null ? small : large).write(bytes, offset, length);
  }

  /** Sends what is small; called once all is written. */
  void send() throws IOException {
    if (large == null) {
      message.getHeaders().setContentLength(small.size());
      small.writeTo(message.getBody());
    }
  }
}

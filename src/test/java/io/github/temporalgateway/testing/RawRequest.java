package io.github.temporalgateway.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;

/** One request as its text, with headers that HTTP clients do not let anybody set. */
public final class RawRequest {

  private RawRequest() {}

  /**
   * Sends a request on a connection of its own, and returns all that is answered until its end.
   *
   * @param firstLine such as {@code GET /workflows HTTP/1.1}
   * @param headers whole lines
   */
  public static String send(int port, String firstLine, String... headers) {
    String request =
        firstLine + "\r\n" + String.join("\r\n", headers) + "\r\nConnection: close\r\n\r\n";
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(60_000);
      socket.getOutputStream().write(request.getBytes(ISO_8859_1));
      return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package io.github.temporalgateway.connection.service;

import io.grpc.StatusRuntimeException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.Socket;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/** The steps of a call to Temporal, of which each can be the one that fails. */
enum FailedStep {
  /** The name of the address is not known. */
  DNS,
  /** Nobody listens there, or the way is closed. */
  TCP,
  /** One side speaks TLS and the other does not, or the server's certificate is not trusted. */
  TLS,
  /** Temporal refuses our certificate or API key. */
  CREDENTIALS,
  /** There is no such Namespace. */
  NAMESPACE,
  /** A Temporal Service is there and does not answer as it should. */
  SERVICE;

  private static final Pattern HOST_AND_PORT = Pattern.compile("(?:dns:/*)?\\[?(.+?)]?:(\\d+)");
  private static final int PATIENCE_MILLIS = 1000;

  /**
   * Finds the step.
   *
   * @param target where the call went
   */
  static FailedStep of(StatusRuntimeException error, String target) {
    return switch (error.getStatus().getCode()) {
      case UNAUTHENTICATED, PERMISSION_DENIED -> CREDENTIALS;
      case NOT_FOUND -> NAMESPACE;
      case UNAVAILABLE, UNKNOWN, INTERNAL -> ofCauses(error);
      case DEADLINE_EXCEEDED -> takesConnections(target) ? SERVICE : TCP;
      default -> SERVICE;
    };
  }

  /** In words for operators. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  private static FailedStep ofCauses(StatusRuntimeException error) {
    List<Throwable> causes =
        Stream.iterate((Throwable) error, cause -> cause != null, Throwable::getCause).toList();
    String text = causes.toString().toLowerCase(Locale.ROOT);
    if (any(causes, UnknownHostException.class)) {
      return DNS;
    }
    if (any(causes, CertificateException.class)) {
      return TLS;
    }
    // What the peer says of our certificate, as an alert of TLS or as a page of a proxy.
    if (text.contains("alert") && text.matches("(?s).*(certificate|unknown.ca|access.denied).*")
        || text.contains("ssl certificate")) {
      return CREDENTIALS;
    }
    if (any(causes, SSLException.class)
        || text.contains("first received frame was not settings")
        || text.contains("not an ssl/tls record")) {
      return TLS;
    }
    boolean refused =
        any(causes, ConnectException.class) || any(causes, NoRouteToHostException.class);
    return refused ? TCP : SERVICE;
  }

  private static boolean any(List<Throwable> causes, Class<? extends Throwable> type) {
    return causes.stream().anyMatch(type::isInstance);
  }

  private static boolean takesConnections(String target) {
    Matcher address = HOST_AND_PORT.matcher(target);
    if (!address.matches()) {
      return true;
    }
    try (Socket socket = new Socket()) {
      socket.connect(
          new InetSocketAddress(address.group(1), Integer.parseInt(address.group(2))),
          PATIENCE_MILLIS);
      return true;
    } catch (IOException _) {
      return false;
    }
  }
}

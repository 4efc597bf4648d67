package io.github.temporalgateway.connection;

import io.github.temporalgateway.kernel.Caller;
import io.github.temporalgateway.kernel.CallerKind;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;

/**
 * How every call is made.
 *
 * @param timeout deadline of one operation, all its retries included
 * @param retryFor how long an unreachable service is retried
 * @param gateway who the gateway says it is
 */
record CallPolicy(Duration timeout, Duration retryFor, String gateway) {

  /** Temporal takes an identity of 1,000 bytes, and who is longer is still told apart. */
  private static final int LONGEST_ID = 200;

  static CallPolicy of(TemporalProperties properties) {
    String identity = properties.identity();
    return new CallPolicy(
        properties.rpcTimeout(),
        properties.retryFor(),
        identity.isEmpty() ? "temporal-rest-gateway@" + hostName() : identity);
  }

  /** Who Temporal is told is calling: the caller that the gateway knows, by way of the gateway. */
  String identity() {
    Caller caller = Caller.current();
    if (caller.kind() == CallerKind.ANONYMOUS) {
      return gateway;
    }
    String id = caller.id();
    return "%s:%s via %s"
        .formatted(
            caller.kind().word(),
            id.length() <= LONGEST_ID ? id : id.substring(0, LONGEST_ID) + "…",
            gateway);
  }

  private static String hostName() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException _) {
      return "localhost";
    }
  }
}

package io.github.temporalgateway.connection;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;

/**
 * How every call is made.
 *
 * @param timeout deadline of one operation, all its retries included
 * @param retryFor how long an unreachable service is retried
 * @param identity who Temporal is told is calling
 */
record CallPolicy(Duration timeout, Duration retryFor, String identity) {

  static CallPolicy of(TemporalProperties properties) {
    String identity = properties.identity();
    return new CallPolicy(
        properties.rpcTimeout(),
        properties.retryFor(),
        identity.isEmpty() ? "temporal-rest-gateway@" + hostName() : identity);
  }

  private static String hostName() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException _) {
      return "localhost";
    }
  }
}

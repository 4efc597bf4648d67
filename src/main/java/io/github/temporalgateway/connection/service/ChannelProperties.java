package io.github.temporalgateway.connection.service;

import io.github.temporalgateway.connection.credentials.SettingMistake;
import io.temporal.serviceclient.GrpcCompression;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How the channels to Temporal are kept. Deadlines and retries of calls are settings of their own;
 * neither gRPC nor the SDK retries below them.
 *
 * @param keepAliveTime time without traffic after which a connection is tried; Temporal refuses
 *     less than 10s
 * @param keepAliveTimeout how long that may take before the connection counts as broken
 * @param backoffReset longest pause between attempts to connect
 * @param reconnectEvery how often a new connection is made, for changes of DNS
 * @param maxResponse largest answer of Temporal
 * @param compression of requests, to which Temporal answers in kind: {@code gzip} spares traffic,
 *     {@code none} processor time
 */
@ConfigurationProperties("gateway.temporal.channel")
record ChannelProperties(
    @DefaultValue("15s") Duration keepAliveTime,
    @DefaultValue("5s") Duration keepAliveTimeout,
    @DefaultValue("1s") Duration backoffReset,
    @DefaultValue("60s") Duration reconnectEvery,
    @DefaultValue("128MB") DataSize maxResponse,
    @DefaultValue("none") GrpcCompression compression) {

  private static final Duration SHORTEST_KEEP_ALIVE = Duration.ofSeconds(10);

  void check() {
    if (keepAliveTime.compareTo(SHORTEST_KEEP_ALIVE) < 0) {
      throw new SettingMistake(
          "gateway.temporal.channel.keep-alive-time is %s, for which Temporal ends connections."
              .formatted(keepAliveTime),
          "Set it to 10s or more.");
    }
  }

  WorkflowServiceStubsOptions.Builder applyTo(WorkflowServiceStubsOptions.Builder options) {
    return options
        .setGrpcCompression(compression)
        .setEnableKeepAlive(true)
        .setKeepAlivePermitWithoutStream(true)
        .setKeepAliveTime(keepAliveTime)
        .setKeepAliveTimeout(keepAliveTimeout)
        .setConnectionBackoffResetFrequency(backoffReset)
        .setGrpcReconnectFrequency(reconnectEvery);
  }
}

package io.github.temporalgateway.testing;

import io.github.temporalgateway.GatewayApplication;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** A gateway of a test's own, with settings of its own, on free ports. */
public final class OwnGateway implements AutoCloseable {

  private final ConfigurableApplicationContext context;

  private OwnGateway(ConfigurableApplicationContext context) {
    this.context = context;
  }

  /**
   * Starts a gateway as its command line would.
   *
   * @param target address of the Temporal Service, as {@code host:port}
   * @param settings further settings, as {@code name=value}
   */
  public static OwnGateway start(String target, String... settings) {
    List<String> own =
        List.of(
            "server.port=0",
            "management.server.port=0",
            "spring.main.register-shutdown-hook=false",
            "spring.temporal.connection.target=" + target);
    return new OwnGateway(
        new SpringApplicationBuilder(
                GatewayApplication.class, RpcLog.Configuration.class, RpcFaults.Configuration.class)
            .run(
                Stream.concat(own.stream(), Stream.of(settings))
                    .map(setting -> "--" + setting)
                    .toArray(String[]::new)));
  }

  /** A caller of its API. */
  public GatewayClient client() {
    return new GatewayClient(port());
  }

  /** A caller of its management port. */
  public GatewayClient management() {
    return new GatewayClient(port("local.management.port"));
  }

  /** Port of its API. */
  public int port() {
    return port("local.server.port");
  }

  /** What it asked Temporal for the history of. */
  public RpcLog rpcs() {
    return context.getBean(RpcLog.class);
  }

  /** What one of its gauges shows, for all its tags together; 0 before it exists. */
  public double gauge(String name) {
    return context.getBean(MeterRegistry.class).find(name).gauges().stream()
        .mapToDouble(Gauge::value)
        .sum();
  }

  /** The values that a tag of one of its meters has. */
  public Set<String> tagged(String name, String tag) {
    return context.getBean(MeterRegistry.class).find(name).meters().stream()
        .map(meter -> String.valueOf(meter.getId().getTag(tag)))
        .collect(Collectors.toSet());
  }

  /** What can go wrong between it and Temporal. */
  public RpcFaults faults() {
    return context.getBean(RpcFaults.class);
  }

  private int port(String property) {
    return Integer.parseInt(Objects.requireNonNull(context.getEnvironment().getProperty(property)));
  }

  /** Ends the gateway as SIGTERM does. */
  @Override
  public void close() {
    context.close();
  }
}

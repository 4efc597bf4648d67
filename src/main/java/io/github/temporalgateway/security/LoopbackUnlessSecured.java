package io.github.temporalgateway.security;

import io.github.temporalgateway.security.authentication.Credentials;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.logging.Log;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.logging.DeferredLogFactory;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Without a {@code gateway.security.mode} the gateway listens on loopback only, its management port
 * included, and refuses to listen elsewhere. {@code none} has to be written out.
 */
final class LoopbackUnlessSecured implements EnvironmentPostProcessor {

  static final String MODE = "gateway.security.mode";

  private static final String ADDRESS = "server.address";
  private static final String MANAGEMENT_ADDRESS = "management.server.address";
  static final String NONE = "none";
  private static final Set<String> KNOWN = Set.of("jwt", "api-key", "mtls", NONE);

  private final Log log;

  LoopbackUnlessSecured(DeferredLogFactory logs) {
    this.log = logs.getLog(LoopbackUnlessSecured.class);
  }

  @Override
  public void postProcessEnvironment(
      ConfigurableEnvironment environment, SpringApplication application) {
    List<String> modes =
        Binder.get(environment).bind(MODE, Bindable.listOf(String.class)).orElse(List.of());
    PolicyCheck.check(environment, modes.stream().anyMatch(mode -> !mode.equals(NONE)));
    if (modes.isEmpty()) {
      for (String setting : List.of(ADDRESS, MANAGEMENT_ADDRESS)) {
        String address = environment.getProperty(setting);
        if (address != null && !isLoopback(address)) {
          throw InsecureStartException.unsecuredAddress(setting, address);
        }
      }
      log.info(
          "No " + MODE + " is set: listening on loopback only. Set it to serve other machines.");
      environment
          .getPropertySources()
          .addLast(
              new MapPropertySource(
                  "loopback unless secured",
                  Map.of(ADDRESS, "127.0.0.1", MANAGEMENT_ADDRESS, "127.0.0.1")));
    } else {
      check(modes, environment);
    }
  }

  private void check(List<String> modes, ConfigurableEnvironment environment) {
    if (!KNOWN.containsAll(modes)) {
      throw InsecureStartException.unknownMode(modes);
    }
    if (!modes.contains(NONE)) {
      Credentials.check(environment);
      return;
    }
    if (modes.size() > 1) {
      throw InsecureStartException.noneAndOthers(modes);
    }
    log.warn(MODE + " is none: everyone who reaches the port may do everything.");
  }

  private static boolean isLoopback(String address) {
    try {
      return InetAddress.getByName(address).isLoopbackAddress();
    } catch (UnknownHostException _) {
      return false;
    }
  }
}

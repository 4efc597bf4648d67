package io.github.temporalgateway.security;

import io.github.temporalgateway.kernel.SecurityMode;
import io.github.temporalgateway.kernel.SecurityModes;
import io.github.temporalgateway.security.authentication.Credentials;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.commons.logging.Log;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.logging.DeferredLogFactory;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Without a {@code gateway.security.mode} the gateway listens on loopback only, its management port
 * included, and refuses to listen elsewhere. {@code none} has to be written out.
 */
final class LoopbackUnlessSecured implements EnvironmentPostProcessor {

  private static final String ADDRESS = "server.address";
  private static final String MANAGEMENT_ADDRESS = "management.server.address";

  private final Log log;

  LoopbackUnlessSecured(DeferredLogFactory logs) {
    this.log = logs.getLog(LoopbackUnlessSecured.class);
  }

  @Override
  public void postProcessEnvironment(
      ConfigurableEnvironment environment, SpringApplication application) {
    SecurityModes modes = modes(environment);
    PolicyCheck.check(environment, modes.callersAreKnown());
    if (!modes.isSet()) {
      for (String setting : List.of(ADDRESS, MANAGEMENT_ADDRESS)) {
        String address = environment.getProperty(setting);
        if (address != null && !isLoopback(address)) {
          throw InsecureStartException.unsecuredAddress(setting, address);
        }
      }
      log.info(
          "No "
              + SecurityModes.SETTING
              + " is set: listening on loopback only. Set it to serve other machines.");
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

  private static SecurityModes modes(ConfigurableEnvironment environment) {
    try {
      return SecurityModes.of(environment);
    } catch (BindException unknown) {
      ConfigurationProperty wrong = unknown.getProperty();
      throw InsecureStartException.unknownMode(
          wrong == null ? "wrong" : String.valueOf(wrong.getValue()));
    }
  }

  private void check(SecurityModes modes, ConfigurableEnvironment environment) {
    if (modes.callersAreKnown()) {
      Credentials.check(environment);
      return;
    }
    if (modes.mode().size() > 1) {
      throw InsecureStartException.noneAndOthers(
          modes.mode().stream().map(SecurityMode::word).collect(Collectors.joining(",")));
    }
    log.warn(SecurityModes.SETTING + " is none: everyone who reaches the port may do everything.");
  }

  private static boolean isLoopback(String address) {
    try {
      return InetAddress.getByName(address).isLoopbackAddress();
    } catch (UnknownHostException _) {
      return false;
    }
  }
}

package io.github.temporalgateway.web.guard;

import io.github.temporalgateway.kernel.SecurityModes;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Server;
import org.springframework.boot.jetty.servlet.JettyServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.stereotype.Component;

/** Has every request of the API looked at, and none of the actuator's port. */
@Component
class AccessCustomization implements WebServerFactoryCustomizer<JettyServletWebServerFactory> {

  private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");
  private static final String ANY = "*";

  private final RequestChecks checks;

  AccessCustomization(AccessProperties properties, SecurityModes modes, ServerProperties server) {
    ServerProperties.ForwardHeadersStrategy forwarded = server.getForwardHeadersStrategy();
    this.checks =
        new RequestChecks(
            hosts(properties.hosts(), modes.isSet()),
            Set.copyOf(properties.cors().allowedOrigins()),
            new OwnOrigin(
                forwarded != null && forwarded != ServerProperties.ForwardHeadersStrategy.NONE));
  }

  /**
   * Empty for any. Without credentials a name that leads here is all that a web page would need.
   */
  private static Set<String> hosts(Set<String> named, boolean secured) {
    if (named.contains(ANY)) {
      return Set.of();
    }
    return named.isEmpty() && !secured
        ? THIS_MACHINE
        : named.stream().map(name -> name.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
  }

  @Override
  public void customize(JettyServletWebServerFactory factory) {
    factory.addServerCustomizers(this::check);
  }

  private void check(Server server) {
    for (HttpConfiguration.ConnectionFactory protocol :
        server.getContainedBeans(HttpConfiguration.ConnectionFactory.class)) {
      protocol.getHttpConfiguration().addCustomizer(checks);
    }
  }
}

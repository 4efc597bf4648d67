package io.github.temporalgateway.web.guard;

import org.eclipse.jetty.server.AbstractConnector;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.Server;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jetty.servlet.JettyServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * Gives each port its deadlines, the actuator's too because {@code
 * ManagementContextConfiguration.imports} names this class.
 */
@Component
@EnableConfigurationProperties(DeadlineProperties.class)
class DeadlineCustomization implements WebServerFactoryCustomizer<JettyServletWebServerFactory> {

  private final DeadlineProperties properties;

  DeadlineCustomization(DeadlineProperties properties) {
    this.properties = properties;
  }

  @Override
  public void customize(JettyServletWebServerFactory factory) {
    factory.addServerCustomizers(this::watch);
  }

  private void watch(Server server) {
    for (Connector connector : server.getConnectors()) {
      if (connector instanceof AbstractConnector listening) {
        listening.addBean(new RequestDeadlines(listening, properties));
      }
    }
  }
}

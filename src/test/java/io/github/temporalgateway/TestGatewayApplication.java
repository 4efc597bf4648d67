package io.github.temporalgateway;

import io.github.temporalgateway.testing.DevelopmentTemporal;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.Environment;

/** The gateway with all that it needs to be tried out: {@code ./mvnw spring-boot:test-run}. */
public class TestGatewayApplication {

  private static final Logger log = LoggerFactory.getLogger(TestGatewayApplication.class);

  /**
   * Starts a Temporal Service, a sample worker and the gateway between them and the caller.
   *
   * @param args the gateway's own command line
   */
  public static void main(String[] args) throws Exception {
    DevelopmentTemporal temporal = DevelopmentTemporal.start();
    try {
      Environment environment =
          SpringApplication.from(GatewayApplication::main)
              .run(connectedTo(temporal, args))
              .getApplicationContext()
              .getEnvironment();
      log.info("Ready: {}", whereabouts(environment, temporal));
    } catch (RuntimeException e) {
      temporal.close();
      throw e;
    }
  }

  // The command line wins over whatever connection the developer's shell has set for other tools.
  private static String[] connectedTo(DevelopmentTemporal temporal, String... args) {
    Stream<String> connection =
        Stream.of(
            "--spring.temporal.connection.target=" + temporal.target(),
            "--spring.temporal.namespace=default");
    return Stream.concat(connection, Stream.of(args)).toArray(String[]::new);
  }

  private static String whereabouts(Environment environment, DevelopmentTemporal temporal) {
    String port = environment.getProperty("local.server.port", "8080");
    String managementPort = environment.getProperty("local.management.port", port);
    return "gateway http://localhost:%s | Swagger UI http://localhost:%s/swagger-ui.html"
            .formatted(port, port)
        + " | health http://localhost:%s/actuator/health | Temporal %s"
            .formatted(managementPort, temporal.description());
  }
}

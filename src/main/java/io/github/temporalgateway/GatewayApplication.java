package io.github.temporalgateway;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The gateway process: HTTP in, one Temporal client out. */
@SpringBootApplication(proxyBeanMethods = false)
@ConfigurationPropertiesScan
public class GatewayApplication {

  /**
   * Starts the gateway. The process serves HTTP although the Temporal Service may be down.
   *
   * @param args Spring Boot's command line: any setting as {@code --name=value}
   */
  public static void main(String[] args) {
    SpringApplication.run(GatewayApplication.class, args);
  }
}

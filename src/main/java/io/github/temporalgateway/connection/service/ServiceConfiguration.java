package io.github.temporalgateway.connection.service;

import io.grpc.netty.shaded.io.netty.util.ResourceLeakDetector;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import io.temporal.spring.boot.TemporalOptionsCustomizer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Hands our settings of the default connection to the Temporal starter, which opens it. */
@Configuration(proxyBeanMethods = false)
class ServiceConfiguration {

  private static final Logger log = LoggerFactory.getLogger(ServiceConfiguration.class);

  static {
    // Netty would note who touches one buffer in a hundred, for users who forget to release them.
    // Here gRPC is the only one.
    ResourceLeakDetector.setLevel(ResourceLeakDetector.Level.DISABLED);
  }

  @Bean
  TemporalOptionsCustomizer<WorkflowServiceStubsOptions.Builder> connectAsConfigured(
      ConfiguredServices services) {
    if (services.byDefault().settings().credentials().insecure()) {
      log.warn("The certificate of Temporal is not checked: anyone on the way can pose as it.");
    }
    return new TemporalOptionsCustomizer<>() {
      @Override
      public WorkflowServiceStubsOptions.Builder customize(
          WorkflowServiceStubsOptions.Builder options) {
        return services.byDefault().applyTo(options);
      }
    };
  }
}

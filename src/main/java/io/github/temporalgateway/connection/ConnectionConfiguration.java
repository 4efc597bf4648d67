package io.github.temporalgateway.connection;

import io.github.temporalgateway.kernel.NamespaceName;
import io.temporal.client.WorkflowClient;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import io.temporal.spring.boot.TemporalOptionsCustomizer;
import java.time.InstantSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the connection needs besides the Temporal starter's beans. */
@Configuration(proxyBeanMethods = false)
class ConnectionConfiguration {

  @Bean
  NamespaceName defaultNamespace(WorkflowClient client) {
    return new NamespaceName(client.getOptions().getNamespace());
  }

  /** Gives up connections that died without a word, which the SDK notices after 45 s. */
  @Bean
  TemporalOptionsCustomizer<WorkflowServiceStubsOptions.Builder> deadConnectionsAreNoticed(
      TemporalProperties properties) {
    return new TemporalOptionsCustomizer<>() {
      @Override
      public WorkflowServiceStubsOptions.Builder customize(
          WorkflowServiceStubsOptions.Builder options) {
        return options
            .setEnableKeepAlive(true)
            .setKeepAliveTime(properties.keepAliveTime())
            .setKeepAliveTimeout(properties.keepAliveTimeout())
            .setKeepAlivePermitWithoutStream(true);
      }
    };
  }

  @Bean
  @ConditionalOnMissingBean
  InstantSource clock() {
    return InstantSource.system();
  }
}

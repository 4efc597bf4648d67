package io.github.temporalgateway.connection;

import io.github.temporalgateway.kernel.NamespaceName;
import io.temporal.client.WorkflowClient;
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

  @Bean
  @ConditionalOnMissingBean
  InstantSource clock() {
    return InstantSource.system();
  }
}

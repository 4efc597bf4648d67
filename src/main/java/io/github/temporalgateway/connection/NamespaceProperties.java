package io.github.temporalgateway.connection;

import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which Namespaces a path may name.
 *
 * @param allow names besides the default Namespace; {@code *} admits every Namespace of the service
 */
@ConfigurationProperties("gateway.namespaces")
record NamespaceProperties(@DefaultValue({}) Set<String> allow) {

  boolean admits(String name) {
    return allow.contains(name) || allow.contains("*");
  }
}

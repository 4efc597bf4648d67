package io.github.temporalgateway.security.authentication;

import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who may call.
 *
 * @param mode how callers prove who they are, one way or several; {@code none} lets everyone do
 *     everything and has to be written out
 */
@ConfigurationProperties("gateway.security")
record SecurityProperties(@DefaultValue({}) Set<AuthenticationMode> mode) {

  boolean has(AuthenticationMode wanted) {
    return mode.contains(wanted);
  }
}

package io.github.temporalgateway.kernel;

import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.env.Environment;

/**
 * Who may call.
 *
 * @param mode how callers prove who they are, one way or several; {@code none} lets everyone do
 *     everything and has to be written out
 */
@ConfigurationProperties("gateway.security")
public record SecurityModes(@DefaultValue({}) Set<SecurityMode> mode) {

  /** The setting that says it. */
  public static final String SETTING = "gateway.security.mode";

  /**
   * Reads them before there are beans.
   *
   * @throws BindException when a word is no mode
   */
  public static SecurityModes of(Environment environment) {
    return Binder.get(environment).bindOrCreate("gateway.security", SecurityModes.class);
  }

  /** Whether anything was said at all. */
  public boolean isSet() {
    return !mode.isEmpty();
  }

  /** Whether this is one of the ways. */
  public boolean has(SecurityMode wanted) {
    return mode.contains(wanted);
  }

  /** Whether callers have to prove who they are. */
  public boolean callersAreKnown() {
    return isSet() && !has(SecurityMode.NONE);
  }
}

package io.github.temporalgateway.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/**
 * Ends the start when a setting below {@code gateway.} does not exist: a limit that is misspelt
 * would otherwise silently not be there.
 */
final class UnknownSettings implements EnvironmentPostProcessor, Ordered {

  @Override
  public int getOrder() {
    return Ordered.LOWEST_PRECEDENCE;
  }

  @Override
  public void postProcessEnvironment(
      ConfigurableEnvironment environment, SpringApplication application) {
    KnownSettings known = KnownSettings.load();
    if (known.types().isEmpty()) {
      return;
    }
    List<UnknownSettingsException.Unknown> unknown = new ArrayList<>();
    for (PropertySource<?> source : environment.getPropertySources()) {
      if (source instanceof EnumerablePropertySource<?> names) {
        for (String name : names.getPropertyNames()) {
          if (isUnknown(name, source, known)) {
            unknown.add(
                new UnknownSettingsException.Unknown(
                    name, source.getName(), known.nearest(name).orElse(null)));
          }
        }
      }
    }
    if (!unknown.isEmpty()) {
      throw new UnknownSettingsException(unknown, known.types().keySet());
    }
  }

  private static boolean isUnknown(String name, PropertySource<?> source, KnownSettings known) {
    return source instanceof SystemEnvironmentPropertySource
        ? name.toUpperCase(Locale.ROOT).startsWith("GATEWAY_") && known.isMistaken(name)
        : name.toLowerCase(Locale.ROOT).startsWith(KnownSettings.PREFIX)
            && !known.has(name)
            && !(isEmpty(source.getProperty(name)) && known.hasGroup(name));
  }

  /** What YAML makes of a heading under which everything is commented out. */
  private static boolean isEmpty(@Nullable Object value) {
    return value == null || value.toString().isEmpty();
  }
}

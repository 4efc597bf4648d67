package io.github.temporalgateway.testing;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.MergedContextConfiguration;
import org.springframework.test.context.TestContextAnnotationUtils;

/**
 * Points the application contexts of {@link RealTemporal} tests to the shared server, early enough
 * for conditions on properties to see it.
 */
final class RealTemporalContextCustomizerFactory implements ContextCustomizerFactory {

  @Override
  public @Nullable ContextCustomizer createContextCustomizer(
      Class<?> testClass, List<ContextConfigurationAttributes> attributes) {
    return TestContextAnnotationUtils.hasAnnotation(testClass, RealTemporal.class)
        ? new SharedServer()
        : null;
  }

  /** Equal to every other one, so that tests share Spring's cached contexts. */
  private record SharedServer() implements ContextCustomizer {

    @Override
    public void customizeContext(
        ConfigurableApplicationContext context, MergedContextConfiguration configuration) {
      Map<String, Object> properties =
          Map.of("spring.temporal.connection.target", SharedTemporal.get().server().target());
      context
          .getEnvironment()
          .getPropertySources()
          .addFirst(new MapPropertySource("real Temporal server", properties));
    }
  }
}

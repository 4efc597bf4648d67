package io.github.temporalgateway.testing;

import io.temporal.client.WorkflowClient;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Starts the shared server before the first test class, and hands it to test methods. */
final class RealTemporalExtension
    implements BeforeAllCallback, AfterEachCallback, ParameterResolver {

  @Override
  public void beforeAll(ExtensionContext context) {
    SharedTemporal.get();
  }

  @Override
  public void afterEach(ExtensionContext context) {
    if (context.getExecutionException().isEmpty()) {
      String test = context.getRequiredTestClass().getName() + "#" + context.getDisplayName();
      SharedTemporal.get().markUsedBy(test);
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    return type == TemporalDevServer.class || type == WorkflowClient.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    SharedTemporal temporal = SharedTemporal.get();
    return parameter.getParameter().getType() == WorkflowClient.class
        ? temporal.client()
        : temporal.server();
  }
}

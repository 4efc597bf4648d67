package io.github.temporalgateway.samples;

import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import org.jspecify.annotations.Nullable;

/** Greets whom it is told, else the world. */
@WorkflowInterface
public interface Greeting {

  /** Returns {@code Hello, <name>!}. */
  @WorkflowMethod
  String greet(@Nullable String name);

  /** Greets at once. */
  final class Impl implements Greeting {

    @Override
    public String greet(@Nullable String name) {
      return "Hello, %s!".formatted(name == null ? "World" : name);
    }
  }
}

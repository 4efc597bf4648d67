package io.github.temporalgateway.message;

import org.jspecify.annotations.Nullable;

/**
 * One message that a Workflow handles.
 *
 * @param name its name; absent for a handler of any name
 * @param description what the Workflow's author says of it
 */
record HandlerDescription(@Nullable String name, @Nullable String description) {

  boolean handles(String message) {
    return name == null || name.equals(message);
  }
}

/** Messages to Workflow Executions: Signals, Queries, Updates, and which of them they handle. */
@ApplicationModule(
    allowedDependencies = {
      "connection",
      "kernel",
      "payload",
      "problem",
      "security",
      "waiting",
      "web",
      "workflow"
    })
@NullMarked
package io.github.temporalgateway.message;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/** Workflow Executions: start them, describe them, wait for their outcome. */
@ApplicationModule(
    allowedDependencies = {
      "connection",
      "kernel",
      "payload",
      "problem",
      "security",
      "waiting",
      "web"
    })
@NullMarked
package io.github.temporalgateway.workflow;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

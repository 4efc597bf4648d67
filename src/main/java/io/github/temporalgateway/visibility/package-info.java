/** What Temporal's visibility store knows: lists, counts and results of many executions. */
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
package io.github.temporalgateway.visibility;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

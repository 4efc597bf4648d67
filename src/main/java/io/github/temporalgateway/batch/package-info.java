/** Batches: one operation on many executions. */
@ApplicationModule(
    allowedDependencies = {
      "activity :: command",
      "connection",
      "kernel",
      "payload",
      "problem",
      "security",
      "web",
      "workflow",
      "workflow :: command"
    })
@NullMarked
package io.github.temporalgateway.batch;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

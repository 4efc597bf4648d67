/** Event Histories: in pages, or as a stream that goes on while the execution does. */
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
package io.github.temporalgateway.history;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

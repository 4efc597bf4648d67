/** Schedules: what is started when, over and over. */
@ApplicationModule(
    allowedDependencies = {
      "connection",
      "kernel",
      "payload",
      "problem",
      "security",
      "web",
      "workflow"
    })
@NullMarked
package io.github.temporalgateway.schedule;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

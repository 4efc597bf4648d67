/** Activities that are completed from outside, polled for over HTTP, or stand alone. */
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
package io.github.temporalgateway.activity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

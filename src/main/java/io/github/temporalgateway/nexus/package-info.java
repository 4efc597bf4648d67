/** Nexus Endpoints, and Nexus Operations that no Workflow has started. */
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
package io.github.temporalgateway.nexus;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

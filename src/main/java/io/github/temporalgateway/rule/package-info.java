/** Workflow Rules, by which Temporal acts on Workflows of its own accord. */
@ApplicationModule(
    allowedDependencies = {"connection", "kernel", "payload", "problem", "security", "web"})
@NullMarked
package io.github.temporalgateway.rule;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/** Namespaces, their Search Attributes, and the Temporal Service that has them. */
@ApplicationModule(
    allowedDependencies = {"connection", "kernel", "payload", "problem", "security", "web"})
@NullMarked
package io.github.temporalgateway.namespace;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/** Nexus Endpoints, by which Workflows reach services in other Namespaces. */
@ApplicationModule(allowedDependencies = {"connection", "kernel", "payload", "problem", "web"})
@NullMarked
package io.github.temporalgateway.nexus;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

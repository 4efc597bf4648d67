/** Task Queues, the Workers that poll them, and the deployments of these Workers. */
@ApplicationModule(
    allowedDependencies = {"connection", "kernel", "payload", "problem", "security", "web"})
@NullMarked
package io.github.temporalgateway.taskqueue;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

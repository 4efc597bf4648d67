/** The connection to Temporal: its client, deadlines, retries, waits and health. */
@ApplicationModule(allowedDependencies = {"kernel", "payload", "problem"})
@NullMarked
package io.github.temporalgateway.connection;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

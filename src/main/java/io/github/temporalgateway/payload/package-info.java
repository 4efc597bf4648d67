/** JSON text to Temporal payloads and back without loss, and failures as JSON. */
@ApplicationModule(allowedDependencies = {"kernel", "problem"})
@NullMarked
package io.github.temporalgateway.payload;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/** Callers that are held on purpose: until a run closes, or until something else happens. */
@ApplicationModule(allowedDependencies = {"connection", "kernel", "problem"})
@NullMarked
package io.github.temporalgateway.waiting;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/** Every failure a caller can see: its code, its HTTP status, its RFC 9457 body. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package io.github.temporalgateway.problem;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

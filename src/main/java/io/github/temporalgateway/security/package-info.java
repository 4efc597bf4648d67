/** Who calls and what that caller may do; until that is configured, this machine only. */
@ApplicationModule(allowedDependencies = {"kernel", "problem"})
@NullMarked
package io.github.temporalgateway.security;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

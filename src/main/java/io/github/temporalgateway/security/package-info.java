/** Who may call: until that is configured, this machine only. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package io.github.temporalgateway.security;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

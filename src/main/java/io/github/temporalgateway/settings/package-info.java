/** Settings that do not exist are told to the operator instead of being ignored. */
@ApplicationModule(allowedDependencies = "kernel")
@NullMarked
package io.github.temporalgateway.settings;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

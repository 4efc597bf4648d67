/** Value types that all features speak: namespaces, executions, ids in paths, waits. */
@ApplicationModule(allowedDependencies = "problem")
@NullMarked
package io.github.temporalgateway.kernel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

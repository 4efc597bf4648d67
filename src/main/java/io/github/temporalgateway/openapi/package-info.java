/** The OpenAPI document: exact schemas, every status of every operation, examples that run. */
@ApplicationModule(allowedDependencies = {"kernel", "problem", "security"})
@NullMarked
package io.github.temporalgateway.openapi;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

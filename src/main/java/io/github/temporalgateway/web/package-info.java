/** HTTP as this API means it: strict JSON, ids in paths, waits, idempotency keys, links, limits. */
@ApplicationModule(allowedDependencies = {"kernel", "problem"})
@NullMarked
package io.github.temporalgateway.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

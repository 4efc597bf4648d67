/** The test harness: a real Temporal Service for integration tests and for development. */
@NullMarked
package io.github.temporalgateway.testing;

import org.jspecify.annotations.NullMarked;

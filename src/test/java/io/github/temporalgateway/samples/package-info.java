/** Sample Workflows with a worker: what the tests and the development mode talk to. */
@NullMarked
package io.github.temporalgateway.samples;

import org.jspecify.annotations.NullMarked;

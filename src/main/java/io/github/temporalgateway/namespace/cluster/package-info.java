/** The Temporal Service itself: its version and what it can do. */
@NullMarked
package io.github.temporalgateway.namespace.cluster;

import org.jspecify.annotations.NullMarked;

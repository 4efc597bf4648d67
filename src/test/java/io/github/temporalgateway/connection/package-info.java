/** The connection to Temporal, as callers and operators notice it. */
@NullMarked
package io.github.temporalgateway.connection;

import org.jspecify.annotations.NullMarked;

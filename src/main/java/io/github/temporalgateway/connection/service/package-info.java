/** The Temporal Services that the gateway connects to: where they are and how they are reached. */
@NullMarked
package io.github.temporalgateway.connection.service;

import org.jspecify.annotations.NullMarked;

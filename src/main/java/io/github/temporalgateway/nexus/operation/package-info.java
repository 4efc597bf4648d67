/** Nexus Operations that stand alone: no Workflow has started them. */
@NullMarked
package io.github.temporalgateway.nexus.operation;

import org.jspecify.annotations.NullMarked;

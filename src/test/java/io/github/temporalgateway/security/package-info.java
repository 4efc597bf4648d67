/** Tests of who may call. */
@NullMarked
package io.github.temporalgateway.security;

import org.jspecify.annotations.NullMarked;

/** Finding out who calls: tokens, keys and client certificates. */
@NullMarked
package io.github.temporalgateway.security.authentication;

import org.jspecify.annotations.NullMarked;

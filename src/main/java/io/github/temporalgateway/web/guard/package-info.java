/** What a single caller may take of the gateway: time, memory, places, calls. */
@NullMarked
package io.github.temporalgateway.web.guard;

import org.jspecify.annotations.NullMarked;

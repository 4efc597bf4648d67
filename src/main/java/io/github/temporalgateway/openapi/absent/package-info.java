/** What is answered when another document is asked for than there is. */
@NullMarked
package io.github.temporalgateway.openapi.absent;

import org.jspecify.annotations.NullMarked;

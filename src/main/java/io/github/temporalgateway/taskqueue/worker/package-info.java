/** Workers as they report themselves by heartbeats. */
@NullMarked
package io.github.temporalgateway.taskqueue.worker;

import org.jspecify.annotations.NullMarked;

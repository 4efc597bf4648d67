/** Writing down who changed what, and who was not allowed to. */
@NullMarked
package io.github.temporalgateway.security.audit;

import org.jspecify.annotations.NullMarked;

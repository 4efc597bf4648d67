/** Bodies in and out: JSON whose values stay bytes, and answers that are written at once. */
@NullMarked
package io.github.temporalgateway.web.body;

import org.jspecify.annotations.NullMarked;

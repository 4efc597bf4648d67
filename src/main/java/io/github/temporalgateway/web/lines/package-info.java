/** Answers written line by line while they are produced: JSON Lines. */
@NullMarked
package io.github.temporalgateway.web.lines;

import org.jspecify.annotations.NullMarked;

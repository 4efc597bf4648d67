/** The application's root: it starts the process and holds nothing else. */
@NullMarked
package io.github.temporalgateway;

import org.jspecify.annotations.NullMarked;

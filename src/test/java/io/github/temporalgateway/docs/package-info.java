/** Proof that what the documents say is so. */
@NullMarked
package io.github.temporalgateway.docs;

import org.jspecify.annotations.NullMarked;

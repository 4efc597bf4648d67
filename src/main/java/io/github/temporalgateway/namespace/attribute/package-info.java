/** Search Attributes: which there are, and which to add or remove. */
@NullMarked
package io.github.temporalgateway.namespace.attribute;

import org.jspecify.annotations.NullMarked;

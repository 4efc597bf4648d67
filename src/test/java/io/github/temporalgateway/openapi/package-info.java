/** Tests of the API document and of its page. */
@NullMarked
package io.github.temporalgateway.openapi;

import org.jspecify.annotations.NullMarked;

/** JSON bodies as this API means them: no guessing, no members that nobody knows. */
@NullMarked
package io.github.temporalgateway.web.json;

import org.jspecify.annotations.NullMarked;

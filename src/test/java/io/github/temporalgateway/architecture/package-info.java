/** The house rules as tests: modules, code, source tree and repository. */
@NullMarked
package io.github.temporalgateway.architecture;

import org.jspecify.annotations.NullMarked;

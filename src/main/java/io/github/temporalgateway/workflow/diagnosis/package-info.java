/** Why an execution does not advance, in words. */
@NullMarked
package io.github.temporalgateway.workflow.diagnosis;

import org.jspecify.annotations.NullMarked;

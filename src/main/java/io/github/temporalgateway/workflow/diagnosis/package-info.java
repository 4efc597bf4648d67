/** Says in words why an execution does not advance. */
@NullMarked
package io.github.temporalgateway.workflow.diagnosis;

import org.jspecify.annotations.NullMarked;

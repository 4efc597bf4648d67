/** Stand-alone Activities: start them without a Workflow, look at them, get their results. */
@NullMarked
package io.github.temporalgateway.activity.standalone;

import org.jspecify.annotations.NullMarked;

/** Commands to executions: cancel, terminate, reset, pause, change options, delete. */
@NullMarked
package io.github.temporalgateway.workflow.command;

import org.jspecify.annotations.NullMarked;

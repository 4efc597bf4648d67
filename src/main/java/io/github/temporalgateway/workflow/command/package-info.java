/** Commands to executions: cancel, terminate, reset, pause, change options, delete. */
@NamedInterface("command")
@NullMarked
package io.github.temporalgateway.workflow.command;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

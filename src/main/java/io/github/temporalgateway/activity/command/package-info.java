/** Interfering with Activities: pause, unpause, reset, and change their options. */
@NamedInterface("command")
@NullMarked
package io.github.temporalgateway.activity.command;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

/** Interfering with Activities: pause, unpause, reset, and change their options. */
@NullMarked
package io.github.temporalgateway.activity.command;

import org.jspecify.annotations.NullMarked;

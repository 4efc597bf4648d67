/** Worker Deployments: which versions of Workers exist and which one gets the tasks. */
@NullMarked
package io.github.temporalgateway.taskqueue.deployment;

import org.jspecify.annotations.NullMarked;

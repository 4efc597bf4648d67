package io.github.temporalgateway.security;

import java.util.List;

/**
 * What a caller may do in one Namespace.
 *
 * @param namespace its name, or {@code *} for every one
 * @param rights the rights, those that another implies included
 * @param operations the operations that rights and policies allow, by operationId; a policy may
 *     allow some only with certain Workflow Types, Task Queues or names
 */
record CallerGrant(String namespace, List<Right> rights, List<String> operations) {}

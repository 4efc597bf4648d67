package io.github.temporalgateway.nexus;

import org.jspecify.annotations.Nullable;

/**
 * Where calls of a Nexus Endpoint go: to Workers, or to a server outside of Temporal.
 *
 * @param namespace Namespace of the Workers
 * @param taskQueue Task Queue that the Workers poll
 * @param url address of the server, instead of both
 */
record NexusTarget(@Nullable String namespace, @Nullable String taskQueue, @Nullable String url) {}

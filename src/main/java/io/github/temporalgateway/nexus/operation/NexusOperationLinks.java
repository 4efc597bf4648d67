package io.github.temporalgateway.nexus.operation;

/**
 * Where to go on from a Nexus Operation; absolute paths, with the id in canonical form.
 *
 * @param self its description
 * @param result its result
 */
record NexusOperationLinks(String self, String result) {}

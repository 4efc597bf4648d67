package io.github.temporalgateway.taskqueue.deployment;

/**
 * Where to go on from a Worker Deployment; absolute paths, with the name in canonical form.
 *
 * @param self its description
 * @param currentVersion where to set the current version
 * @param rampingVersion where to set the ramping version
 */
record DeploymentLinks(String self, String currentVersion, String rampingVersion) {}

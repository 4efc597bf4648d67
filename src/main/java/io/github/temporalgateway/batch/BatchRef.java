package io.github.temporalgateway.batch;

import io.github.temporalgateway.kernel.NamespaceName;
import io.github.temporalgateway.kernel.PathId;

/**
 * One batch as a caller names it.
 *
 * @param namespace where it lives
 * @param jobId its id
 */
record BatchRef(NamespaceName namespace, String jobId) {

  /** Reads the id from a segment of a path. */
  static BatchRef of(NamespaceName namespace, String segment) {
    return new BatchRef(namespace, PathId.decode("jobId", segment));
  }
}

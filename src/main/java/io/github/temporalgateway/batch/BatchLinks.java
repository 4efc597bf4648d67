package io.github.temporalgateway.batch;

import io.github.temporalgateway.kernel.PathId;
import io.github.temporalgateway.web.Links;

/**
 * Where to go on from a batch; absolute paths, with the ids in canonical form.
 *
 * @param self its description
 * @param stop stops it
 */
record BatchLinks(String self, String stop) {

  static BatchLinks of(String jobId, Links links) {
    String self = links.base() + "/batches/" + PathId.encode(jobId);
    return new BatchLinks(self, self + "/stop");
  }
}

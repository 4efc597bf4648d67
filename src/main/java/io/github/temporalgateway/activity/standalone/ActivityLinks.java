package io.github.temporalgateway.activity.standalone;

import io.github.temporalgateway.kernel.ActivityRef;
import io.github.temporalgateway.web.Links;

/**
 * Where to go on from a stand-alone Activity; absolute paths, with the id in canonical form.
 *
 * @param self its description
 * @param result its result
 */
record ActivityLinks(String self, String result) {

  static ActivityLinks of(ActivityRef ref, Links links) {
    return new ActivityLinks(links.activity(ref, ""), links.activity(ref, "/result"));
  }
}

package io.github.temporalgateway.workflow;

import io.github.temporalgateway.kernel.CallerHeaders;
import io.github.temporalgateway.kernel.Wait;
import io.github.temporalgateway.web.Links;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Starts with an Update in one step; implemented where Updates are. */
public interface StartsWithUpdate {

  /**
   * Starts, or finds the open execution, and updates it.
   *
   * @param accept what the caller accepts; empty for anything
   * @return the answer of the Update, with a header that tells whether the execution is new
   */
  ResponseEntity<?> start(
      PreparedStart start,
      StartUpdate update,
      CallerHeaders caller,
      Wait wait,
      List<MediaType> accept,
      Links links);
}

package io.github.temporalgateway.batch;

import io.github.temporalgateway.connection.CanonicalHash;
import io.temporal.api.workflowservice.v1.StartBatchOperationRequest;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the identity behind a batch ends with when it was started with a key: it stands for what was
 * asked for, of which Temporal tells only a part.
 *
 * @param request hash of the request
 */
record BatchMark(String request) {

  private static final int DIGITS = 16;
  private static final Pattern MARK = Pattern.compile(" \\[request ([0-9a-f]{16})]$");

  static BatchMark of(StartBatchOperationRequest request) {
    return new BatchMark(CanonicalHash.of(List.of(request)).substring(0, DIGITS));
  }

  boolean isIn(String identity) {
    return identity.endsWith(toString());
  }

  /** The identity without the mark. */
  static String without(String identity) {
    Matcher mark = MARK.matcher(identity);
    return mark.find() ? identity.substring(0, mark.start()) : identity;
  }

  @Override
  public String toString() {
    return " [request " + request + "]";
  }
}

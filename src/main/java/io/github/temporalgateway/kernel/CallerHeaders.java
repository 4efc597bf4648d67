package io.github.temporalgateway.kernel;

import java.util.Map;

/**
 * Headers of the caller's request that are to reach the Workflow, such as its trace context.
 *
 * @param fields value by lower-case name
 */
public record CallerHeaders(Map<String, String> fields) {

  /** No headers. */
  public static final CallerHeaders NONE = new CallerHeaders(Map.of());
}

package io.github.temporalgateway.kernel;

/**
 * Name of a Temporal Namespace; on Temporal Cloud the full {@code name.account}.
 *
 * @param value the name, valid by {@link Identifiers}
 */
public record NamespaceName(String value) {

  @Override
  public String toString() {
    return value;
  }
}

package io.github.temporalgateway.security;

/** Where a right is needed. */
public enum Scope {
  /** In the Namespace that the path names, else in the default one. */
  NAMESPACE,
  /** In the whole Temporal Service. */
  SERVICE,
  /** Nowhere: a credential is enough. */
  CALLER
}

package io.github.temporalgateway.kernel;

import java.util.List;

/** The Namespaces that this gateway serves. */
public interface ServedNamespaces {

  /** Those that settings name, the default one included. */
  List<NamespaceName> named();

  /** Whether every other one of the service is served, too. */
  boolean admitsAll();
}

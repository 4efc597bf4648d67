package io.github.temporalgateway.kernel;

import java.util.Locale;

/** A way to prove who one is. */
public enum SecurityMode {
  /** A signed token. */
  JWT,
  /** A key that the gateway knows the hash of. */
  API_KEY,
  /** The certificate of the TLS connection. */
  MTLS,
  /** None at all. */
  NONE;

  /** The word for it in settings. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}

package io.github.temporalgateway.security.authentication;

/** A way to prove who one is. */
enum AuthenticationMode {
  /** A signed token. */
  JWT,
  /** A key that the gateway knows the hash of. */
  API_KEY,
  /** The certificate of the TLS connection. */
  MTLS,
  /** None at all. */
  NONE
}

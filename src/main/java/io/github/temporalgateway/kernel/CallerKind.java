package io.github.temporalgateway.kernel;

/** How a caller proved who it is. */
public enum CallerKind {
  /** Not at all, because nobody has to. */
  ANONYMOUS("anonymous"),
  /** With a signed token. */
  JWT("jwt"),
  /** With a key that the gateway knows the hash of. */
  API_KEY("api-key"),
  /** With the certificate of its TLS connection. */
  CLIENT_CERTIFICATE("mtls");

  private final String word;

  CallerKind(String word) {
    this.word = word;
  }

  /** The word for it in settings and logs. */
  public String word() {
    return word;
  }
}

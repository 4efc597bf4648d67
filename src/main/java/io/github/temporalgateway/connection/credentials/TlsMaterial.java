package io.github.temporalgateway.connection.credentials;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What TLS needs of us.
 *
 * @param identity our own certificate; null to show none
 * @param authorities whom to trust; empty for the certificate authorities of the JVM
 */
record TlsMaterial(@Nullable Identity identity, List<X509Certificate> authorities) {

  /** No certificate of ours, and the certificate authorities of the JVM. */
  static final TlsMaterial SYSTEM = new TlsMaterial(null, List.of());

  /**
   * A certificate with its key.
   *
   * @param chain the certificate first, then its issuers
   */
  record Identity(PrivateKey key, List<X509Certificate> chain) {

    X509Certificate certificate() {
      return chain.getFirst();
    }
  }
}

package io.github.temporalgateway.connection.credentials;

import io.grpc.netty.shaded.io.grpc.netty.GrpcSslContexts;
import io.grpc.netty.shaded.io.netty.handler.ssl.OpenSslSessionContext;
import io.grpc.netty.shaded.io.netty.handler.ssl.SslContext;
import io.grpc.netty.shaded.io.netty.handler.ssl.SslContextBuilder;
import io.grpc.util.AdvancedTlsX509KeyManager;
import io.grpc.util.AdvancedTlsX509TrustManager;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;

/** TLS of a channel: what it shows and whom it trusts can be replaced for its next connection. */
final class RotatingTls {

  private final AdvancedTlsX509KeyManager keys = new AdvancedTlsX509KeyManager();
  private final AdvancedTlsX509TrustManager trust;
  private final SslContext context;

  RotatingTls(TlsMaterial material, boolean insecure) {
    try {
      trust =
          AdvancedTlsX509TrustManager.newBuilder()
              .setVerification(
                  insecure
                      ? AdvancedTlsX509TrustManager.Verification.INSECURELY_SKIP_ALL_VERIFICATION
                      : AdvancedTlsX509TrustManager.Verification
                          .CERTIFICATE_AND_HOST_NAME_VERIFICATION)
              .build();
      use(material);
      SslContextBuilder builder = GrpcSslContexts.forClient().trustManager(trust);
      context = (material.identity() == null ? builder : builder.keyManager(keys)).build();
      showCertificateToEachConnection(context);
    } catch (GeneralSecurityException | IOException impossible) {
      throw new IllegalStateException("TLS cannot be set up", impossible);
    }
  }

  /** A resumed session would go on with the certificate that it began with. */
  private static void showCertificateToEachConnection(SslContext context) {
    if (context.sessionContext() instanceof OpenSslSessionContext sessions) {
      sessions.setSessionCacheEnabled(false);
    }
  }

  SslContext context() {
    return context;
  }

  /** Takes other certificates and keys; connections that are open keep those that they have. */
  void use(TlsMaterial material) {
    TlsMaterial.Identity identity = material.identity();
    if (identity != null) {
      keys.updateIdentityCredentials(
          identity.chain().toArray(X509Certificate[]::new), identity.key());
    }
    try {
      if (material.authorities().isEmpty()) {
        trust.useSystemDefaultTrustCerts();
      } else {
        trust.updateTrustCredentials(material.authorities().toArray(X509Certificate[]::new));
      }
    } catch (GeneralSecurityException | IOException unusable) {
      throw new IllegalStateException("Certificate authorities cannot be used", unusable);
    }
  }
}

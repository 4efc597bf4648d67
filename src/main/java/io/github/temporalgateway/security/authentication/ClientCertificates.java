package io.github.temporalgateway.security.authentication;

import io.github.temporalgateway.kernel.Caller;
import io.github.temporalgateway.kernel.CallerKind;
import io.github.temporalgateway.security.Access;
import io.github.temporalgateway.security.Permissions;
import jakarta.servlet.http.HttpServletRequest;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.AuthenticationConverter;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;

/**
 * Knows callers by the certificates of their connections, which the TLS handshake has verified. The
 * name is the first URI of the subject alternative names (a SPIFFE id), else the first DNS name;
 * common names are not looked at, because authorities do not verify them.
 */
final class ClientCertificates implements AuthenticationConverter, AuthenticationProvider {

  private static final String ATTRIBUTE = "jakarta.servlet.request.X509Certificate";
  private static final int DNS = 2;
  private static final int URI = 6;

  private final @Nullable ReloadedFile<Map<String, CallerEntry>> file;

  ClientCertificates(@Nullable String file) {
    this.file =
        file == null
            ? null
            : new ReloadedFile<>(
                "gateway.security.mtls.file",
                file,
                yaml ->
                    CallersFile.parse(yaml).stream()
                        .collect(Collectors.toMap(CallerEntry::id, Function.identity())));
  }

  @Override
  public @Nullable Authentication convert(HttpServletRequest request) {
    return request.getAttribute(ATTRIBUTE) instanceof X509Certificate[] chain && chain.length > 0
        ? new Shown(chain[0])
        : null;
  }

  @Override
  public Authentication authenticate(Authentication shown) {
    String name =
        (shown.getPrincipal() instanceof X509Certificate certificate
                ? name(certificate)
                : Optional.<String>empty())
            .orElseThrow(() ->
                new BadCredentialsException(
                    "The certificate has no URI or DNS name as subject alternative name."));
    CallerEntry known = file == null ? null : file.get().get(name);
    return new CheckedCaller(
        known == null
            ? new Access(new Caller(name, CallerKind.CLIENT_CERTIFICATE), Permissions.of(List.of()))
            : CallersFile.access(known, CallerKind.CLIENT_CERTIFICATE));
  }

  private static Optional<String> name(X509Certificate certificate) {
    try {
      Collection<List<?>> names = certificate.getSubjectAlternativeNames();
      return names == null ? Optional.empty() : first(names, URI).or(() -> first(names, DNS));
    } catch (CertificateParsingException _) {
      return Optional.empty();
    }
  }

  private static Optional<String> first(Collection<List<?>> names, int type) {
    return names.stream()
        .filter(name -> name.getFirst().equals(type))
        .map(name -> String.valueOf(name.get(1)))
        .findFirst();
  }

  @Override
  public boolean supports(Class<?> type) {
    return type == Shown.class;
  }

  private static final class Shown extends PreAuthenticatedAuthenticationToken {

    private static final long serialVersionUID = 1;

    private Shown(X509Certificate certificate) {
      super(certificate, "");
    }
  }
}

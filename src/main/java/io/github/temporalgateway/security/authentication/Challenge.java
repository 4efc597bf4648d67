package io.github.temporalgateway.security.authentication;

import io.github.temporalgateway.problem.ProblemCode;
import io.github.temporalgateway.problem.RefusedException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Answers who is not known, and says which proofs are taken. */
final class Challenge implements AuthenticationEntryPoint {

  private static final String REALM = " realm=\"temporal-rest-gateway\"";

  private final SecurityProperties properties;
  private final HandlerExceptionResolver problems;

  Challenge(SecurityProperties properties, HandlerExceptionResolver problems) {
    this.properties = properties;
    this.problems = problems;
  }

  @Override
  public void commence(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException failure) {
    if (failure instanceof AuthenticationServiceException) {
      problems.resolveException(
          request,
          response,
          null,
          new RefusedException(
              ProblemCode.AUTHENTICATION_UNAVAILABLE,
              "The keys that tokens are checked with cannot be had."));
      return;
    }
    boolean sent = !(failure instanceof InsufficientAuthenticationException);
    challenges(sent)
        .forEach(challenge -> response.addHeader(HttpHeaders.WWW_AUTHENTICATE, challenge));
    problems.resolveException(
        request,
        response,
        null,
        new RefusedException(
            ProblemCode.UNAUTHENTICATED,
            sent ? "The credential is not valid, or it has expired." : "No credential was sent."));
  }

  /** Does not say what is wrong with a credential: who found one need not know. */
  private List<String> challenges(boolean sent) {
    List<String> challenges = new ArrayList<>();
    if (properties.has(AuthenticationMode.JWT)) {
      challenges.add("Bearer" + REALM + (sent ? ", error=\"invalid_token\"" : ""));
    }
    if (properties.has(AuthenticationMode.API_KEY)) {
      challenges.add("ApiKey" + REALM + ", header=\"" + ApiKeys.HEADER + "\"");
    }
    if (properties.has(AuthenticationMode.MTLS)) {
      challenges.add("ClientCertificate" + REALM);
    }
    return challenges;
  }
}

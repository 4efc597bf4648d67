package io.github.temporalgateway.security.authentication;

import io.github.temporalgateway.kernel.SecurityMode;
import io.github.temporalgateway.kernel.SecurityModes;
import io.github.temporalgateway.problem.ProblemCode;
import io.github.temporalgateway.problem.RefusedException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Answers who is not known, and says which proofs are taken. */
final class Challenge implements AuthenticationEntryPoint {

  private static final String REALM = " realm=\"temporal-rest-gateway\"";

  private static final Logger log = LoggerFactory.getLogger(Challenge.class);

  private final SecurityModes modes;
  private final WrongCredentials wrong;
  private final HandlerExceptionResolver problems;
  private final OnceAWhile warnings = new OnceAWhile();

  Challenge(SecurityModes modes, WrongCredentials wrong, HandlerExceptionResolver problems) {
    this.modes = modes;
    this.wrong = wrong;
    this.problems = problems;
  }

  @Override
  public void commence(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException failure) {
    problems.resolveException(
        request, response, null, refusal(request.getRemoteAddr(), response, failure));
  }

  private RefusedException refusal(
      String address, HttpServletResponse response, AuthenticationException failure) {
    if (failure instanceof AuthenticationServiceException) {
      if (warnings.isDue()) {
        log.warn(
            "Tokens cannot be checked: {}",
            NestedExceptionUtils.getMostSpecificCause(failure).toString());
      }
      return new RefusedException(
          ProblemCode.AUTHENTICATION_UNAVAILABLE,
          "The keys that tokens are checked with cannot be had.");
    }
    boolean sent = !(failure instanceof InsufficientAuthenticationException);
    try {
      if (sent) {
        wrong.count(address);
      }
    } catch (RefusedException tooMany) {
      return tooMany;
    }
    challenges(sent)
        .forEach(challenge -> response.addHeader(HttpHeaders.WWW_AUTHENTICATE, challenge));
    return new RefusedException(
        ProblemCode.UNAUTHENTICATED,
        sent ? "The credential is not valid, or it has expired." : "No credential was sent.");
  }

  /** Does not say what is wrong with a credential: who found one need not know. */
  private List<String> challenges(boolean sent) {
    List<String> challenges = new ArrayList<>();
    if (modes.has(SecurityMode.JWT)) {
      challenges.add("Bearer" + REALM + (sent ? ", error=\"invalid_token\"" : ""));
    }
    if (modes.has(SecurityMode.API_KEY)) {
      challenges.add("ApiKey" + REALM + ", header=\"" + ApiKeys.HEADER + "\"");
    }
    if (modes.has(SecurityMode.MTLS)) {
      challenges.add("ClientCertificate" + REALM);
    }
    return challenges;
  }
}

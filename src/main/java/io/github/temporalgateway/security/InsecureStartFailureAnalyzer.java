package io.github.temporalgateway.security;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Tells an operator why the gateway does not start, without a stack trace. */
final class InsecureStartFailureAnalyzer extends AbstractFailureAnalyzer<InsecureStartException> {

  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, InsecureStartException cause) {
    return new FailureAnalysis(cause.getMessage(), cause.action(), cause);
  }
}

package io.github.temporalgateway.connection.credentials;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Tells an operator which setting of a connection cannot work, without a stack trace. */
final class SettingMistakeFailureAnalyzer extends AbstractFailureAnalyzer<SettingMistake> {

  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, SettingMistake cause) {
    return new FailureAnalysis(cause.getMessage(), cause.remedy(), cause);
  }
}

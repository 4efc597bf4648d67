package io.github.temporalgateway.activity;

import com.google.protobuf.ByteString;
import io.github.temporalgateway.problem.ProblemCode;
import io.github.temporalgateway.problem.RefusedException;
import io.github.temporalgateway.problem.Violation;
import java.util.Base64;

/** Task Tokens as texts. Only Temporal can read what is in them. */
final class TaskTokens {

  private TaskTokens() {}

  /** The token in base64url without padding, which no shell, URL or JSON has to quote. */
  static String text(ByteString token) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(token.toByteArray());
  }

  /**
   * Reads a token in base64 or base64url, with or without padding.
   *
   * @throws RefusedException 422 {@code invalid-task-token} when it is neither
   */
  static ByteString parse(String text) {
    byte[] token;
    try {
      token = Base64.getDecoder().decode(text.replace('-', '+').replace('_', '/'));
    } catch (IllegalArgumentException _) {
      throw invalid("The token is not base64.");
    }
    if (token.length == 0) {
      throw invalid("The token is empty.");
    }
    return ByteString.copyFrom(token);
  }

  /** What a token that Temporal has not issued is answered with. */
  static RefusedException invalid(String detail) {
    return RefusedException.invalid(
        ProblemCode.INVALID_TASK_TOKEN, Violation.at("/taskToken", detail));
  }
}

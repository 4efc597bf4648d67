package io.github.temporalgateway.web;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.springframework.http.ResponseEntity;

/** Answers that may have to be waited for. */
public final class LaterAnswer {

  private LaterAnswer() {}

  /**
   * What a controller returns for an answer: the answer itself when it is there already, which is
   * cheaper, and otherwise the promise of it, for which Spring MVC waits without a thread.
   */
  public static Object of(CompletableFuture<? extends ResponseEntity<?>> answer) {
    if (!answer.isDone()) {
      return answer;
    }
    try {
      return answer.join();
    } catch (CompletionException failed) {
      throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
    }
  }
}

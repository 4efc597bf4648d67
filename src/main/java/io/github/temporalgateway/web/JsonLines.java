package io.github.temporalgateway.web;

import java.util.function.Consumer;

/**
 * A body of JSON lines ({@code application/x-ndjson}) that are made while they are written, so that
 * it may be of any length. A handler method that returns one keeps its thread until the last line.
 *
 * <p>A failure before the first line is answered like any other. A later one ends the body with the
 * line {@code {"problem": {…}}}.
 *
 * @param <T> what a line holds
 */
public interface JsonLines<T> {

  /**
   * Makes the lines one after the other.
   *
   * @param reader takes a line, and returns when it is on its way to the caller; throws when the
   *     caller is gone
   */
  void forEach(Consumer<? super T> reader);
}

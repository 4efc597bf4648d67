package io.github.temporalgateway.kernel;

import java.io.IOException;
import java.io.OutputStream;

/** The body of an answer that is written as it is. */
public interface RawBody {

  /** Number of its bytes. */
  int size();

  /**
   * Writes all of it without copying it.
   *
   * @throws IOException when the caller is gone
   */
  void writeTo(OutputStream output) throws IOException;
}

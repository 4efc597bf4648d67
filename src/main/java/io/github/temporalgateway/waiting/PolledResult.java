package io.github.temporalgateway.waiting;

import io.grpc.Deadline;
import java.util.Optional;

/**
 * How Temporal is asked for a result.
 *
 * @param <R> the result
 */
public interface PolledResult<R> {

  /**
   * Lets Temporal hold the call until the result is there.
   *
   * @param end when the caller's wait ends
   * @return empty when Temporal has ended the poll before
   * @throws io.grpc.StatusRuntimeException as the call does
   */
  Optional<R> poll(Deadline end);

  /**
   * Asks how things are now.
   *
   * @param end when the answer is of no use any more
   * @return empty when the result is not there yet
   * @throws io.grpc.StatusRuntimeException as the call does
   */
  Optional<R> read(Deadline end);
}

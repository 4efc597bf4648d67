package io.github.temporalgateway.kernel;

/** Tells a waiting request that its caller is gone, so that nobody works for nobody. */
public interface CallerWatch {

  /** A watch that never fires, for calls that have no connection to look at. */
  CallerWatch NEVER = _ -> () -> {};

  /**
   * Watches the caller's connection until the registration is closed.
   *
   * @param action run at most once, on another thread, when the caller has hung up; it must not
   *     block
   */
  Registration whenGone(Runnable action);

  /** A running watch. */
  interface Registration extends AutoCloseable {

    /** Ends the watch; must be called before the answer is written. */
    @Override
    void close();
  }
}

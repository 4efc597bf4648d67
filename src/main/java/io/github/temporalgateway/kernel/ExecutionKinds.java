package io.github.temporalgateway.kernel;

import java.util.Optional;

/** Finds out what executions are; implemented where Temporal can be asked. */
public interface ExecutionKinds {

  /** What an execution is now; empty when there is none. */
  Optional<ExecutionKind> of(ExecutionRef ref);
}

package io.github.temporalgateway.samples;

import io.temporal.common.converter.RawValue;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import org.jspecify.annotations.Nullable;

/** Returns the payload that it got: no byte and no metadata entry of it changes. */
@WorkflowInterface
public interface Echo {

  /** Returns its first argument. */
  @WorkflowMethod
  @Nullable RawValue echo(@Nullable RawValue value);

  /** Never decodes what it is given. */
  final class Impl implements Echo {

    @Override
    public @Nullable RawValue echo(@Nullable RawValue value) {
      return value;
    }
  }
}

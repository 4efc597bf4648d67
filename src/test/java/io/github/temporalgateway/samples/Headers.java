package io.github.temporalgateway.samples;

import io.temporal.api.common.v1.Payload;
import io.temporal.common.converter.DefaultDataConverter;
import io.temporal.common.interceptors.WorkerInterceptorBase;
import io.temporal.common.interceptors.WorkflowInboundCallsInterceptor;
import io.temporal.common.interceptors.WorkflowInboundCallsInterceptorBase;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowLocal;
import io.temporal.workflow.WorkflowMethod;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Returns what came with its start beside the arguments. */
@WorkflowInterface
public interface Headers {

  /** Returns the headers, such as {@code _tracer-data}, and the search attributes. */
  @WorkflowMethod
  Received run();

  /** What a Workflow got from its starter, by name. */
  record Received(Map<String, Object> headers, Map<String, Object> searchAttributes) {}

  /** Reads what the interceptor kept. */
  final class Impl implements Headers {

    @Override
    public Received run() {
      Map<String, Object> attributes = new TreeMap<>();
      Workflow.getTypedSearchAttributes()
          .getUntypedValues()
          .forEach((key, value) -> attributes.put(key.getName(), value));
      return new Received(Interceptor.HEADERS.get(), attributes);
    }
  }

  /** Keeps the headers of each start for the Workflow itself, which the SDK does not show them. */
  final class Interceptor extends WorkerInterceptorBase {

    private static final WorkflowLocal<Map<String, Object>> HEADERS =
        WorkflowLocal.withCachedInitial(TreeMap::new);

    @Override
    public WorkflowInboundCallsInterceptor interceptWorkflow(WorkflowInboundCallsInterceptor next) {
      return new WorkflowInboundCallsInterceptorBase(next) {
        @Override
        public WorkflowOutput execute(WorkflowInput input) {
          input
              .getHeader()
              .getValues()
              .forEach((name, payload) -> HEADERS.get().put(name, decoded(payload)));
          return super.execute(input);
        }
      };
    }

    private static @Nullable Object decoded(Payload payload) {
      return DefaultDataConverter.STANDARD_INSTANCE.fromPayload(
          payload, Object.class, Object.class);
    }
  }
}

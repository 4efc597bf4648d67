package io.github.temporalgateway.testing;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ForwardingClientCall.SimpleForwardingClientCall;
import io.grpc.ForwardingClientCallListener.SimpleForwardingClientCallListener;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import io.temporal.api.workflowservice.v1.DescribeWorkflowExecutionRequest;
import io.temporal.api.workflowservice.v1.GetWorkflowExecutionHistoryRequest;
import io.temporal.api.workflowservice.v1.GetWorkflowExecutionHistoryReverseRequest;
import io.temporal.api.workflowservice.v1.QueryWorkflowRequest;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import io.temporal.spring.boot.TemporalOptionsCustomizer;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** What the gateway asked Temporal about executions, so that tests can count its calls. */
public final class RpcLog implements ClientInterceptor {

  private final List<HistoryCall> calls = new CopyOnWriteArrayList<>();
  private final List<String> reverseCalls = new CopyOnWriteArrayList<>();
  private final List<String> queries = new CopyOnWriteArrayList<>();
  private final List<String> descriptions = new CopyOnWriteArrayList<>();
  private final Set<String> names = ConcurrentHashMap.newKeySet();

  /** All history calls about a Workflow Id so far, in their order. */
  public List<HistoryCall> historyCalls(String workflowId) {
    return calls.stream().filter(call -> call.workflowId.equals(workflowId)).toList();
  }

  /** All history calls so far, in their order. */
  public List<HistoryCall> historyCalls() {
    return List.copyOf(calls);
  }

  /** Number of history calls about a Workflow Id that have no answer yet. */
  public long openHistoryCalls(String workflowId) {
    return historyCalls(workflowId).stream().filter(call -> call.status() == null).count();
  }

  /** Number of history calls under way that wait for new events. */
  public long openLongPolls() {
    return calls.stream().filter(call -> call.held() && call.status() == null).count();
  }

  /** Number of calls for the history of a Workflow Id from its end back. */
  public long reverseHistoryCalls(String workflowId) {
    return reverseCalls.stream().filter(workflowId::equals).count();
  }

  /** Number of Queries to a Workflow Id. */
  public long queries(String workflowId) {
    return queries.stream().filter(workflowId::equals).count();
  }

  /** Number of calls for the description of a Workflow Id. */
  public long descriptions(String workflowId) {
    return descriptions.stream().filter(workflowId::equals).count();
  }

  /** The names of all RPCs that were called during an action. */
  public Set<String> calledDuring(Runnable action) {
    names.clear();
    action.run();
    return Set.copyOf(names);
  }

  @Override
  public <Q, R> ClientCall<Q, R> interceptCall(
      MethodDescriptor<Q, R> method, CallOptions options, Channel next) {
    names.add(String.valueOf(method.getBareMethodName()));
    return new SimpleForwardingClientCall<>(next.newCall(method, options)) {

      private @Nullable HistoryCall call;

      @Override
      public void start(Listener<R> listener, Metadata headers) {
        super.start(
            new SimpleForwardingClientCallListener<>(listener) {
              @Override
              public void onClose(Status status, Metadata trailers) {
                HistoryCall known = call;
                if (known != null) {
                  known.status = status.getCode();
                }
                super.onClose(status, trailers);
              }
            },
            headers);
      }

      @Override
      public void sendMessage(Q message) {
        if (message instanceof GetWorkflowExecutionHistoryRequest request) {
          HistoryCall made =
              new HistoryCall(request.getExecution().getWorkflowId(), request.getWaitNewEvent());
          call = made;
          calls.add(made);
        } else if (message instanceof GetWorkflowExecutionHistoryReverseRequest request) {
          reverseCalls.add(request.getExecution().getWorkflowId());
        } else if (message instanceof QueryWorkflowRequest request) {
          queries.add(request.getExecution().getWorkflowId());
        } else if (message instanceof DescribeWorkflowExecutionRequest request) {
          descriptions.add(request.getExecution().getWorkflowId());
        }
        super.sendMessage(message);
      }
    };
  }

  /** One call. */
  public static final class HistoryCall {

    private final String workflowId;
    private final boolean held;
    private volatile Status.@Nullable Code status;

    private HistoryCall(String workflowId, boolean held) {
      this.workflowId = workflowId;
      this.held = held;
    }

    /** Whether Temporal was to hold the call until something happens. */
    public boolean held() {
      return held;
    }

    /** How the call ended, {@code CANCELLED} when the gateway gave it up; null while it is open. */
    public Status.@Nullable Code status() {
      return status;
    }
  }

  /** Puts the log between the gateway and Temporal. */
  @TestConfiguration(proxyBeanMethods = false)
  public static class Configuration {

    @Bean
    RpcLog rpcLog() {
      return new RpcLog();
    }

    @Bean
    TemporalOptionsCustomizer<WorkflowServiceStubsOptions.Builder> logRpcs(RpcLog log) {
      return new TemporalOptionsCustomizer<>() {
        @Override
        public WorkflowServiceStubsOptions.Builder customize(
            WorkflowServiceStubsOptions.Builder options) {
          options.addGrpcClientInterceptor(log);
          return options;
        }
      };
    }
  }
}

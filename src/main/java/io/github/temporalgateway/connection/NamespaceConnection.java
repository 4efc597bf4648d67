package io.github.temporalgateway.connection;

import com.uber.m3.tally.Scope;
import io.github.temporalgateway.connection.service.TemporalService;
import io.github.temporalgateway.kernel.CallerToken;
import io.github.temporalgateway.kernel.NamespaceName;
import io.github.temporalgateway.problem.GrpcTranslator;
import io.github.temporalgateway.problem.ProblemCode;
import io.grpc.ClientInterceptor;
import io.grpc.Context;
import io.grpc.Deadline;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.AbstractStub;
import io.grpc.stub.MetadataUtils;
import io.temporal.api.operatorservice.v1.OperatorServiceGrpc;
import io.temporal.api.operatorservice.v1.OperatorServiceGrpc.OperatorServiceBlockingStub;
import io.temporal.api.workflowservice.v1.WorkflowServiceGrpc.WorkflowServiceBlockingStub;
import io.temporal.api.workflowservice.v1.WorkflowServiceGrpc.WorkflowServiceFutureStub;
import io.temporal.serviceclient.MetricsTag;
import io.temporal.serviceclient.WorkflowServiceStubs;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Calls to Temporal on behalf of one Namespace. Blocks, which a virtual thread may. */
public final class NamespaceConnection {

  private static final Logger log = LoggerFactory.getLogger(NamespaceConnection.class);

  private static final Duration FIRST_PAUSE = Duration.ofMillis(50);
  private static final Duration LONGEST_PAUSE = Duration.ofMillis(500);

  /** Temporal ends an unanswered poll after 20 s. */
  private static final Duration LONGEST_POLL = Duration.ofSeconds(30);

  private static final Executor ANSWERS =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("answer").factory());

  private static final ClientInterceptor BROKEN_CONNECTIONS = new BrokenConnections();
  private static final ClientInterceptor FORWARDED_TOKENS = new ForwardedToken();

  private final NamespaceName name;
  private final TemporalService service;
  private final Scope metrics;
  private final ClientInterceptor namespaceHeader;
  private final CallPolicy policy;
  private final WorkflowServiceBlockingStub stub;
  private final OperatorServiceBlockingStub operatorStub;
  private final WorkflowServiceBlockingStub longPollStub;
  private final WorkflowServiceFutureStub historyStub;
  private final WorkflowServiceFutureStub heldHistoryStub;

  /**
   * Sets up the calls.
   *
   * @param metricsName what metrics call the Namespace; the SDK keeps what it counts for each such
   *     name for ever
   */
  NamespaceConnection(
      NamespaceName name, TemporalService service, CallPolicy policy, String metricsName) {
    this.name = name;
    this.service = service;
    WorkflowServiceStubs stubs = service.stubs();
    this.policy = policy;
    Metadata headers = new Metadata();
    headers.put(TemporalService.NAMESPACE_HEADER, name.value());
    this.namespaceHeader = MetadataUtils.newAttachHeadersInterceptor(headers);
    this.metrics =
        stubs.getOptions().getMetricsScope().tagged(Map.of(MetricsTag.NAMESPACE, metricsName));
    this.stub = of(stubs.blockingStub());
    this.operatorStub = of(OperatorServiceGrpc.newBlockingStub(stubs.blockingStub().getChannel()));
    this.longPollStub = polling(of(service.polls().blockingStub()));
    this.historyStub = of(stubs.futureStub()).withExecutor(ANSWERS);
    this.heldHistoryStub = polling(of(service.polls().futureStub())).withExecutor(ANSWERS);
  }

  /** The Namespace. */
  public NamespaceName name() {
    return name;
  }

  /**
   * Who Temporal is told is calling: the {@code identity} of requests. To be asked on the thread of
   * the request.
   */
  public String identity() {
    return policy.identity();
  }

  /**
   * With whose token Temporal is called on the thread of a request: nobody's where tokens are not
   * forwarded. What one caller's token got is no other caller's.
   */
  public CallerToken tokenOfCaller() {
    return service.forwardsAuthorization() ? ForwardedToken.current() : CallerToken.NONE;
  }

  /**
   * Calls one RPC. Only an unreachable service is retried, with the very same request and within
   * the deadline of {@code gateway.temporal.rpc-timeout}: a write must carry its request id.
   *
   * @param rpc method of the stub
   * @param notFound what NOT_FOUND means here
   * @throws io.github.temporalgateway.problem.TemporalException when Temporal refuses or fails
   */
  public <Q, R> R call(
      BiFunction<WorkflowServiceBlockingStub, Q, R> rpc, Q request, ProblemCode notFound) {
    return call(stub, rpc, request, notFound);
  }

  /** Calls one RPC of the operator service, under the same rules. */
  public <Q, R> R callOperator(
      BiFunction<OperatorServiceBlockingStub, Q, R> rpc, Q request, ProblemCode notFound) {
    return call(operatorStub, rpc, request, notFound);
  }

  private <S extends AbstractStub<S>, Q, R> R call(
      S stub, BiFunction<S, Q, R> rpc, Q request, ProblemCode notFound) {
    try (TimedContext _ = TimedContext.within(policy.timeout())) {
      return retrying(() -> rpc.apply(stub, request));
    } catch (StatusRuntimeException error) {
      throw GrpcTranslator.translate(error, notFound);
    }
  }

  /**
   * Tries again while the service is unreachable, for {@code gateway.temporal.retry-for}.
   *
   * @param attempt one call of a stub, which must have a deadline
   */
  public <R> R retrying(Supplier<R> attempt) {
    Deadline retryUntil = Deadline.after(policy.retryFor().toMillis(), TimeUnit.MILLISECONDS);
    Duration pause = FIRST_PAUSE;
    while (true) {
      try {
        return attempt.get();
      } catch (StatusRuntimeException error) {
        if (error.getStatus().getCode() != Status.Code.UNAVAILABLE
            || retryUntil.timeRemaining(TimeUnit.MILLISECONDS) < pause.toMillis()) {
          throw error;
        }
        log.debug("Temporal is to be asked again: {}", error.getStatus());
      }
      pause(pause);
      service.hurry();
      pause =
          pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0
              ? pause.multipliedBy(2)
              : LONGEST_PAUSE;
    }
  }

  /** Lets the next call connect at once; for those who try again by themselves. */
  public void hurry() {
    service.hurry();
  }

  /** A stub for long polls, which have a connection of their own. */
  public WorkflowServiceBlockingStub longPollStub() {
    return longPollStub;
  }

  /**
   * A stub for a history call that nobody blocks on. Answers come on virtual threads, so that none
   * of the channel's own threads waits for their readers.
   *
   * @param held whether Temporal holds the call until something happens, for up to 20 s
   */
  public WorkflowServiceFutureStub historyStub(boolean held) {
    return held
        ? heldHistoryStub.withDeadlineAfter(LONGEST_POLL.toMillis(), TimeUnit.MILLISECONDS)
        : historyStub.withDeadlineAfter(policy.timeout().toMillis(), TimeUnit.MILLISECONDS);
  }

  /** A context whose calls are made for the caller of this thread's request, on any thread. */
  Context contextOfCaller() {
    return service.forwardsAuthorization()
        ? ForwardedToken.carry(Context.current(), tokenOfCaller())
        : Context.current();
  }

  /** A stub with the metrics of this Namespace and no deadline. */
  public WorkflowServiceBlockingStub stub() {
    return stub;
  }

  /** Keeps the SDK from ending polls of histories after ten seconds. */
  private static <S extends AbstractStub<S>> S polling(S stub) {
    return stub.withOption(MetricsTag.HISTORY_LONG_POLL_CALL_OPTIONS_KEY, true);
  }

  private <S extends AbstractStub<S>> S of(S stub) {
    return (service.forwardsAuthorization()
            ? stub.withInterceptors(namespaceHeader, BROKEN_CONNECTIONS, FORWARDED_TOKENS)
            : stub.withInterceptors(namespaceHeader, BROKEN_CONNECTIONS))
        .withOption(MetricsTag.METRICS_TAGS_CALL_OPTIONS_KEY, metrics);
  }

  /** Sleeps for about the given time; an interrupt ends the sleep and stays set. */
  public static void pause(Duration about) {
    try {
      Thread.sleep(Duration.ofMillis(ThreadLocalRandom.current().nextLong(about.toMillis()) + 1));
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}

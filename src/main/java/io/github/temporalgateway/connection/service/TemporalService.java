package io.github.temporalgateway.connection.service;

import io.github.temporalgateway.connection.credentials.Credentials;
import io.grpc.Metadata;
import io.temporal.api.workflowservice.v1.GetSystemInfoResponse;
import io.temporal.serviceclient.WorkflowServiceStubs;
import java.util.List;
import java.util.stream.Stream;

/** One Temporal Service that the gateway is connected to, for as long as the process lives. */
public final class TemporalService {

  /** Temporal Cloud routes by it where one address serves many Namespaces. */
  public static final Metadata.Key<String> NAMESPACE_HEADER =
      Metadata.Key.of("temporal-namespace", Metadata.ASCII_STRING_MARSHALLER);

  private final ServiceSettings settings;
  private final Credentials credentials;
  private final WorkflowServiceStubs stubs;
  private final WorkflowServiceStubs polls;
  private final Reconnection reconnection;
  private volatile boolean answered;

  TemporalService(ConfiguredService configured, WorkflowServiceStubs stubs) {
    this.settings = configured.settings();
    this.credentials = configured.credentials();
    this.stubs = stubs;
    this.polls = WorkflowServiceStubs.newServiceStubs(stubs.getOptions());
    this.reconnection = new Reconnection(List.of(stubs, polls));
  }

  /** What operators call the connection. */
  public String name() {
    return settings.name();
  }

  /** Where the service is, as configured. */
  public String target() {
    return settings.target();
  }

  /** Calls to the service; they lack a Namespace header. */
  public WorkflowServiceStubs stubs() {
    return stubs;
  }

  /**
   * Long polls, over a connection of their own: where a proxy on the way bounds the calls of a
   * connection, others would wait behind them.
   */
  public WorkflowServiceStubs polls() {
    return polls;
  }

  /** Connects for calls and for polls, and asks what the service can do. */
  GetSystemInfoResponse.Capabilities connect() {
    return Stream.of(stubs, polls)
        .map(each -> each.getServerCapabilities().get())
        .toList()
        .getLast();
  }

  /** Lets a retry really try, when the channel would refuse it without an attempt. */
  public void hurry() {
    reconnection.hurry();
  }

  /** Makes calls from now on use a new connection; those under way end on the one they have. */
  void reconnect() {
    stubs.getRawChannel().enterIdle();
    polls.getRawChannel().enterIdle();
  }

  /** Whether calls are to be made with the tokens of callers. */
  public boolean forwardsAuthorization() {
    return settings.forwardsAuthorization();
  }

  ServiceSettings settings() {
    return settings;
  }

  Credentials credentials() {
    return credentials;
  }

  /** Notes that the service has answered. */
  void markAnswered() {
    answered = true;
  }

  /** Whether the service has answered since the start. */
  boolean hasAnswered() {
    return answered;
  }
}

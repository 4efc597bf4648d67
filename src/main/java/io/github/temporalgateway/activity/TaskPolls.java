package io.github.temporalgateway.activity;

import io.github.temporalgateway.connection.NamespaceConnection;
import io.github.temporalgateway.connection.TemporalConnections;
import io.github.temporalgateway.kernel.Caller;
import io.github.temporalgateway.kernel.CallerKind;
import io.github.temporalgateway.kernel.NamespaceName;
import io.github.temporalgateway.kernel.Wait;
import io.github.temporalgateway.waiting.HeldCalls;
import io.temporal.api.workflowservice.v1.PollActivityTaskQueueRequest;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/** Polls Task Queues on behalf of Workers that speak HTTP. */
@Service
class TaskPolls {

  private final TemporalConnections connections;
  private final HeldCalls held;
  private final PollPlaces places;

  TaskPolls(TemporalConnections connections, HeldCalls held, PollPlaces places) {
    this.connections = connections;
    this.held = held;
    this.places = places;
  }

  /**
   * Takes tasks as soon as there are any.
   *
   * @param wait how long to hold the caller while there are none
   * @return empty when there are none, or the caller is gone
   */
  List<ActivityTask> poll(
      NamespaceName namespace, String taskQueue, PollTasksRequest body, Wait wait) {
    NamespaceConnection connection = connections.namespace(namespace);
    PollActivityTaskQueueRequest request =
        PollMapper.toPoll(namespace, taskQueue, identity(body, connection));
    try (PollPlaces.Place _ = places.take(namespace)) {
      return held
          .hold(
              wait.caller(),
              context ->
                  new TaskPoll(connection, request, body, context, held::isRunning).take(wait))
          .stream()
          .map(PollMapper::toTask)
          .toList();
    }
  }

  private static String identity(PollTasksRequest body, NamespaceConnection connection) {
    Caller caller = Caller.current();
    String proved = caller.kind() == CallerKind.ANONYMOUS ? "" : caller.id();
    String claimed = body.identity() == null ? "" : body.identity();
    String name =
        Stream.of(proved, claimed).filter(part -> !part.isEmpty()).collect(Collectors.joining("/"));
    return name.isEmpty() ? connection.identity() : name;
  }
}

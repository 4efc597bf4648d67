package io.github.temporalgateway.workflow;

import io.github.temporalgateway.connection.SearchAttributeTypes;
import io.github.temporalgateway.connection.TemporalConnections;
import io.github.temporalgateway.kernel.CallerHeaders;
import io.github.temporalgateway.kernel.ExecutionKind;
import io.github.temporalgateway.kernel.ExecutionRef;
import io.github.temporalgateway.kernel.IdempotencyKey;
import io.github.temporalgateway.kernel.NamespaceName;
import io.github.temporalgateway.payload.PayloadMapper;
import io.github.temporalgateway.payload.SearchAttributeMapper;
import io.github.temporalgateway.problem.GatewayException;
import io.github.temporalgateway.problem.TemporalException;
import io.github.temporalgateway.security.Permit;
import io.github.temporalgateway.web.Links;
import io.temporal.api.enums.v1.IndexedValueType;
import io.temporal.api.workflowservice.v1.StartWorkflowExecutionRequest;
import io.temporal.api.workflowservice.v1.StartWorkflowExecutionResponse;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Starts Workflow Executions. */
@Service
public class Workflows {

  private final TemporalConnections connections;
  private final StartCalls calls;
  private final IdempotentStarts idempotent;
  private final SearchAttributeTypes attributeTypes;
  private final StartDefaults defaults;

  Workflows(
      TemporalConnections connections,
      StartCalls calls,
      IdempotentStarts idempotent,
      SearchAttributeTypes attributeTypes,
      StartDefaults defaults) {
    this.connections = connections;
    this.calls = calls;
    this.idempotent = idempotent;
    this.attributeTypes = attributeTypes;
    this.defaults = defaults;
  }

  /**
   * Checks a start and puts it into Temporal's terms, without sending it.
   *
   * @param key the caller's name for it; null without one
   */
  public PreparedStart prepare(
      NamespaceName namespace,
      StartWorkflowRequest body,
      @Nullable IdempotencyKey key,
      CallerHeaders caller) {
    StartMapper.checkMessages(body.signal(), body.update());
    String workflowId = defaults.workflowId(namespace, body, key);
    String taskQueue = defaults.taskQueue(body);
    requirePermit(new ExecutionRef(namespace, workflowId, null), body, key, taskQueue);
    StartWorkflowExecutionRequest.Builder request =
        StartMapper.toProto(body, workflowId, taskQueue, types(namespace, body))
            .setNamespace(namespace.value());
    @Nullable IdempotencyMemo memo = null;
    if (key != null) {
      memo =
          IdempotencyMemo.of(
              key, StartMapper.content(request.build(), body.signal(), body.update()));
      request.getMemoBuilder().putFields(IdempotencyMemo.NAME, memo.toPayload());
      request.getOnConflictOptionsBuilder().setAttachRequestId(true);
    }
    request
        .setRequestId(key == null ? UUID.randomUUID().toString() : key.value())
        .setIdentity(connections.namespace(namespace).identity())
        .setHeader(PayloadMapper.toHeader(body.headers(), caller));
    return new PreparedStart(request.build(), body.signal(), key, memo);
  }

  StartedRun start(PreparedStart start, Links links) {
    try {
      return start.memo() == null ? startOnce(start) : idempotent.start(start, start.memo());
    } catch (TemporalException refused) {
      throw inTheWay(refused, start, links);
    }
  }

  /** The run that an earlier start with the same key made, if there was one. */
  public Optional<StartedRun> replay(PreparedStart start) {
    return start.memo() == null ? Optional.empty() : idempotent.replay(start, start.memo());
  }

  /** Names the run that a start was refused for, where there is one. */
  public static GatewayException inTheWay(
      TemporalException refused, PreparedStart start, Links links) {
    @Nullable String runId = StartMapper.runInTheWay(refused.grpc());
    String workflowId = start.request().getWorkflowId();
    return runId == null
        ? refused.about(workflowId, null)
        : refused.about(workflowId, runId).at(URI.create(links.workflow(start.ref().atRun(runId))));
  }

  /**
   * A message has to be allowed by itself too. It and the wait go to the execution that has the
   * Workflow Id already, if there is one, so what that is counts as well.
   */
  private static void requirePermit(
      ExecutionRef ref, StartWorkflowRequest body, @Nullable IdempotencyKey key, String taskQueue) {
    List<Permit> permits = new ArrayList<>();
    Permit start = Permit.current();
    if (body.signal() != null) {
      start = start.named(body.signal().name());
      permits.add(start.doing("signalWorkflow").named(body.signal().name()));
    }
    if (body.update() != null) {
      start = start.named(body.update().name());
      permits.add(start.doing("updateWorkflow").named(body.update().name()));
    }
    permits.add(start);
    ExecutionKind kind = new ExecutionKind(body.workflowType(), taskQueue);
    permits.forEach(permit -> permit.requireStart(kind));
    if (body.workflowId() != null || key != null) {
      Permit.requireSame(ref, permits);
    }
  }

  private StartedRun startOnce(PreparedStart start) {
    StartWorkflowExecutionResponse response = calls.call(start);
    return StartMapper.toStarted(
        start, response, response.getStarted() ? StartedRun.How.STARTED : StartedRun.How.ATTACHED);
  }

  private Map<String, IndexedValueType> types(NamespaceName namespace, StartWorkflowRequest body) {
    return attributeTypes.of(namespace, SearchAttributeMapper.untyped(body.searchAttributes()));
  }
}

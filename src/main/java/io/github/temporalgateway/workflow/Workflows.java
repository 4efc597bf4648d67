package io.github.temporalgateway.workflow;

import static io.github.temporalgateway.problem.ProblemCode.NAMESPACE_NOT_FOUND;
import static io.github.temporalgateway.problem.ProblemCode.WORKFLOW_ALREADY_STARTED;
import static io.github.temporalgateway.problem.ProblemCode.WORKFLOW_NOT_FOUND;

import io.github.temporalgateway.connection.Executions;
import io.github.temporalgateway.connection.NamespaceConnection;
import io.github.temporalgateway.connection.SearchAttributeTypes;
import io.github.temporalgateway.connection.TemporalConnections;
import io.github.temporalgateway.kernel.CallerHeaders;
import io.github.temporalgateway.kernel.ExecutionRef;
import io.github.temporalgateway.kernel.IdempotencyKey;
import io.github.temporalgateway.kernel.NamespaceName;
import io.github.temporalgateway.payload.PayloadMapper;
import io.github.temporalgateway.payload.SearchAttributeMapper;
import io.github.temporalgateway.problem.GatewayException;
import io.github.temporalgateway.problem.ProblemCode;
import io.github.temporalgateway.problem.RefusedException;
import io.github.temporalgateway.problem.TemporalException;
import io.github.temporalgateway.web.Links;
import io.temporal.api.enums.v1.IndexedValueType;
import io.temporal.api.enums.v1.WorkflowIdConflictPolicy;
import io.temporal.api.enums.v1.WorkflowIdReusePolicy;
import io.temporal.api.workflow.v1.WorkflowExecutionInfo;
import io.temporal.api.workflowservice.v1.DescribeWorkflowExecutionResponse;
import io.temporal.api.workflowservice.v1.StartWorkflowExecutionRequest;
import io.temporal.api.workflowservice.v1.StartWorkflowExecutionResponse;
import io.temporal.api.workflowservice.v1.WorkflowServiceGrpc.WorkflowServiceBlockingStub;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Starts and describes Workflow Executions. */
@Service
class Workflows {

  private final TemporalConnections connections;
  private final Executions executions;
  private final SearchAttributeTypes attributeTypes;
  private final StartDefaults defaults;

  Workflows(
      TemporalConnections connections,
      Executions executions,
      SearchAttributeTypes attributeTypes,
      StartDefaults defaults) {
    this.connections = connections;
    this.executions = executions;
    this.attributeTypes = attributeTypes;
    this.defaults = defaults;
  }

  StartedRun start(
      NamespaceName namespace,
      StartWorkflowRequest body,
      @Nullable IdempotencyKey key,
      CallerHeaders caller,
      Links links) {
    String workflowId = defaults.workflowId(namespace, body, key);
    StartWorkflowExecutionRequest.Builder request =
        StartMapper.toProto(body, workflowId, defaults.taskQueue(body), types(namespace, body))
            .setNamespace(namespace.value());
    @Nullable IdempotencyMemo memo = key == null ? null : IdempotencyMemo.of(key, request.build());
    request
        .setRequestId(key == null ? UUID.randomUUID().toString() : key.value())
        .setIdentity(connections.namespace(namespace).identity())
        .setHeader(PayloadMapper.toHeader(body.headers(), caller));
    try {
      return memo == null ? startOnce(request.build()) : startKeyed(request, memo);
    } catch (TemporalException refused) {
      throw inTheWay(refused, new ExecutionRef(namespace, workflowId, null), links);
    }
  }

  private static GatewayException inTheWay(
      TemporalException refused, ExecutionRef wanted, Links links) {
    @Nullable String runId = StartMapper.runInTheWay(refused.grpc());
    return runId == null
        ? refused.about(wanted.workflowId(), null)
        : refused
            .about(wanted.workflowId(), runId)
            .at(URI.create(links.workflow(wanted.atRun(runId))));
  }

  private StartedRun startOnce(StartWorkflowExecutionRequest request) {
    StartWorkflowExecutionResponse response = call(request);
    return StartMapper.toStarted(
        request,
        response,
        response.getStarted() ? StartedRun.How.STARTED : StartedRun.How.ATTACHED);
  }

  /**
   * A first try that can only start something new or meet the run that this key started or was
   * attached to; only then the one with the caller's policies, which may meet the runs of others.
   */
  private StartedRun startKeyed(
      StartWorkflowExecutionRequest.Builder request, IdempotencyMemo memo) {
    request.getMemoBuilder().putFields(IdempotencyMemo.NAME, memo.toPayload());
    request.getOnConflictOptionsBuilder().setAttachRequestId(true);
    StartWorkflowExecutionRequest wanted = request.build();
    StartWorkflowExecutionRequest careful =
        request
            .setWorkflowIdReusePolicy(
                WorkflowIdReusePolicy.WORKFLOW_ID_REUSE_POLICY_REJECT_DUPLICATE)
            .setWorkflowIdConflictPolicy(WorkflowIdConflictPolicy.WORKFLOW_ID_CONFLICT_POLICY_FAIL)
            .build();
    try {
      return verified(careful, call(careful), memo, StartedRun.How.REPLAYED);
    } catch (TemporalException refused) {
      if (refused.code() != WORKFLOW_ALREADY_STARTED) {
        throw refused;
      }
    }
    return replay(wanted, memo)
        .orElseGet(() -> verified(wanted, call(wanted), memo, StartedRun.How.ATTACHED));
  }

  /**
   * Tells the run that this attempt started from the one that an earlier attempt started.
   *
   * @param otherwise how the caller came by a run that no start with this key started
   */
  private StartedRun verified(
      StartWorkflowExecutionRequest request,
      StartWorkflowExecutionResponse response,
      IdempotencyMemo memo,
      StartedRun.How otherwise) {
    ExecutionRef run = StartMapper.refOf(request).atRun(response.getRunId());
    DescribeWorkflowExecutionResponse found = executions.describe(run);
    return memoOf(found)
        .filter(memo::hasKeyOf)
        .map(known ->
            known.attempt().equals(memo.attempt())
                ? StartMapper.toStarted(request, response, StartedRun.How.STARTED)
                : replayed(request, found, known, memo))
        .orElseGet(() -> StartMapper.toStarted(request, response, otherwise));
  }

  private Optional<StartedRun> replay(StartWorkflowExecutionRequest request, IdempotencyMemo memo) {
    DescribeWorkflowExecutionResponse found = firstOfChain(StartMapper.refOf(request));
    return memoOf(found)
        .filter(memo::hasKeyOf)
        .map(earlier -> replayed(request, found, earlier, memo));
  }

  /** The run that a start made, though it may have gone on as others since. */
  private DescribeWorkflowExecutionResponse firstOfChain(ExecutionRef ref) {
    DescribeWorkflowExecutionResponse latest = executions.describe(ref);
    WorkflowExecutionInfo info = latest.getWorkflowExecutionInfo();
    String first = info.getFirstRunId();
    if (first.isEmpty() || first.equals(info.getExecution().getRunId())) {
      return latest;
    }
    try {
      return executions.describe(ref.atRun(first));
    } catch (TemporalException gone) {
      if (gone.code() != WORKFLOW_NOT_FOUND) {
        throw gone;
      }
      return latest;
    }
  }

  private static StartedRun replayed(
      StartWorkflowExecutionRequest request,
      DescribeWorkflowExecutionResponse found,
      IdempotencyMemo earlier,
      IdempotencyMemo memo) {
    if (!earlier.request().equals(memo.request())) {
      throw new RefusedException(
              ProblemCode.IDEMPOTENCY_CONFLICT,
              "The Idempotency-Key has started this execution with another request.")
          .about(
              request.getWorkflowId(), found.getWorkflowExecutionInfo().getExecution().getRunId());
    }
    return StartMapper.toReplayed(request, found);
  }

  private static Optional<IdempotencyMemo> memoOf(DescribeWorkflowExecutionResponse found) {
    return IdempotencyMemo.in(found.getWorkflowExecutionInfo().getMemo());
  }

  private StartWorkflowExecutionResponse call(StartWorkflowExecutionRequest request) {
    NamespaceConnection connection =
        connections.namespace(new NamespaceName(request.getNamespace()));
    return connection.call(
        WorkflowServiceBlockingStub::startWorkflowExecution, request, NAMESPACE_NOT_FOUND);
  }

  private Map<String, IndexedValueType> types(NamespaceName namespace, StartWorkflowRequest body) {
    Set<String> names = SearchAttributeMapper.untyped(body.searchAttributes());
    return names.isEmpty() ? Map.of() : attributeTypes.of(namespace, names);
  }
}

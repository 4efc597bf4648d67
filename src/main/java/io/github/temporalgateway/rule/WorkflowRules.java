package io.github.temporalgateway.rule;

import static io.github.temporalgateway.problem.ProblemCode.CONFLICT;
import static io.github.temporalgateway.problem.ProblemCode.INVALID_ARGUMENT;
import static io.github.temporalgateway.problem.ProblemCode.WORKFLOW_RULE_NOT_FOUND;

import io.github.temporalgateway.connection.ListCalls;
import io.github.temporalgateway.connection.TemporalConnections;
import io.github.temporalgateway.kernel.IdempotencyKey;
import io.github.temporalgateway.kernel.Identifiers;
import io.github.temporalgateway.kernel.NamespaceName;
import io.github.temporalgateway.kernel.PageRequest;
import io.github.temporalgateway.problem.GatewayException;
import io.github.temporalgateway.problem.RefusedException;
import io.github.temporalgateway.problem.TemporalException;
import io.github.temporalgateway.web.Links;
import io.temporal.api.workflowservice.v1.CreateWorkflowRuleResponse;
import io.temporal.api.workflowservice.v1.DeleteWorkflowRuleRequest;
import io.temporal.api.workflowservice.v1.DescribeWorkflowRuleRequest;
import io.temporal.api.workflowservice.v1.ListWorkflowRulesRequest;
import io.temporal.api.workflowservice.v1.WorkflowServiceGrpc.WorkflowServiceBlockingStub;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Creates, shows and deletes Workflow Rules. */
@Service
class WorkflowRules {

  private final TemporalConnections connections;

  WorkflowRules(TemporalConnections connections) {
    this.connections = connections;
  }

  /** Temporal gives all of them at once, so far. */
  WorkflowRulePage list(NamespaceName namespace, PageRequest page, Links links) {
    ListWorkflowRulesRequest.Builder request =
        ListWorkflowRulesRequest.newBuilder().setNamespace(namespace.value());
    return WorkflowRuleMapper.toPage(
        ListCalls.page(
            page,
            token ->
                call(
                    namespace,
                    WorkflowServiceBlockingStub::listWorkflowRules,
                    request.setNextPageToken(token).build())),
        links);
  }

  WorkflowRule create(
      NamespaceName namespace,
      CreateWorkflowRuleBody body,
      @Nullable IdempotencyKey key,
      Links links) {
    Identifiers.check("/ruleId", body.ruleId());
    CreateWorkflowRuleResponse response =
        call(
            namespace,
            WorkflowServiceBlockingStub::createWorkflowRule,
            WorkflowRuleMapper.toCreate(
                namespace,
                body,
                key == null ? UUID.randomUUID().toString() : key.value(),
                connections.namespace(namespace).identity()));
    return WorkflowRuleMapper.toRule(response.getRule(), response.getJobId(), links);
  }

  WorkflowRule describe(NamespaceName namespace, String ruleId, Links links) {
    return WorkflowRuleMapper.toRule(
        call(
                namespace,
                WorkflowServiceBlockingStub::describeWorkflowRule,
                DescribeWorkflowRuleRequest.newBuilder()
                    .setNamespace(namespace.value())
                    .setRuleId(ruleId)
                    .build())
            .getRule(),
        "",
        links);
  }

  void delete(NamespaceName namespace, String ruleId) {
    var _ =
        call(
            namespace,
            WorkflowServiceBlockingStub::deleteWorkflowRule,
            DeleteWorkflowRuleRequest.newBuilder()
                .setNamespace(namespace.value())
                .setRuleId(ruleId)
                .build());
  }

  private <Q, R> R call(
      NamespaceName namespace, BiFunction<WorkflowServiceBlockingStub, Q, R> rpc, Q request) {
    try {
      return connections.namespace(namespace).call(rpc, request, WORKFLOW_RULE_NOT_FOUND);
    } catch (TemporalException refused) {
      throw explained(refused);
    }
  }

  /** Temporal calls both an invalid argument, and tells them apart only in words. */
  private static GatewayException explained(TemporalException refused) {
    if (refused.code() != INVALID_ARGUMENT) {
      return refused;
    }
    if (refused.detail().contains("not Found")) {
      return new RefusedException(WORKFLOW_RULE_NOT_FOUND, refused.detail());
    }
    return refused.detail().contains("already exists")
        ? new RefusedException(CONFLICT, refused.detail())
        : refused;
  }
}

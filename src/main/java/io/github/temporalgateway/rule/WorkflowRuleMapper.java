package io.github.temporalgateway.rule;

import static io.github.temporalgateway.payload.ProtoTexts.textIfAny;

import io.github.temporalgateway.kernel.NamespaceName;
import io.github.temporalgateway.kernel.PageRequest;
import io.github.temporalgateway.kernel.PathId;
import io.github.temporalgateway.payload.ProtoTimes;
import io.github.temporalgateway.web.Links;
import io.temporal.api.rules.v1.WorkflowRuleAction;
import io.temporal.api.rules.v1.WorkflowRuleAction.ActionActivityPause;
import io.temporal.api.rules.v1.WorkflowRuleSpec;
import io.temporal.api.rules.v1.WorkflowRuleSpec.ActivityStartingTrigger;
import io.temporal.api.workflowservice.v1.CreateWorkflowRuleRequest;
import io.temporal.api.workflowservice.v1.ListWorkflowRulesResponse;
import java.util.Objects;

/** Where Workflow Rules meet Temporal's protobuf. */
final class WorkflowRuleMapper {

  private WorkflowRuleMapper() {}

  static CreateWorkflowRuleRequest toCreate(
      NamespaceName namespace, CreateWorkflowRuleBody body, String requestId, String identity) {
    WorkflowRuleSpec.Builder spec =
        WorkflowRuleSpec.newBuilder()
            .setId(body.ruleId())
            .setActivityStart(
                ActivityStartingTrigger.newBuilder().setPredicate(body.activityPredicate()))
            .setVisibilityQuery(Objects.requireNonNullElse(body.visibilityQuery(), ""));
    body.actions().forEach(action -> spec.addActions(toProto(action)));
    if (body.expirationTime() != null) {
      spec.setExpirationTime(ProtoTimes.toProto("/expirationTime", body.expirationTime()));
    }
    return CreateWorkflowRuleRequest.newBuilder()
        .setNamespace(namespace.value())
        .setSpec(spec)
        .setForceScan(Boolean.TRUE.equals(body.forceScan()))
        .setDescription(Objects.requireNonNullElse(body.description(), ""))
        .setRequestId(requestId)
        .setIdentity(identity)
        .build();
  }

  static WorkflowRulePage toPage(ListWorkflowRulesResponse response, Links links) {
    return new WorkflowRulePage(
        response.getRulesList().stream().map(rule -> toRule(rule, "", links)).toList(),
        response.getNextPageToken().isEmpty()
            ? null
            : PageRequest.tokenOf(response.getNextPageToken().toByteArray()));
  }

  static WorkflowRule toRule(
      io.temporal.api.rules.v1.WorkflowRule rule, String scanJobId, Links links) {
    WorkflowRuleSpec spec = rule.getSpec();
    return new WorkflowRule(
        spec.getId(),
        textIfAny(spec.getActivityStart().getPredicate()),
        textIfAny(spec.getVisibilityQuery()),
        spec.getActionsList().stream().map(WorkflowRuleMapper::toName).toList(),
        ProtoTimes.toInstantIfSet(spec.getExpirationTime()),
        textIfAny(rule.getDescription()),
        ProtoTimes.toInstantIfSet(rule.getCreateTime()),
        textIfAny(rule.getCreatedByIdentity()),
        textIfAny(scanJobId),
        link(spec.getId(), links));
  }

  static String link(String ruleId, Links links) {
    return links.base() + "/workflow-rules/" + PathId.encode(ruleId);
  }

  private static WorkflowRuleAction toProto(RuleAction action) {
    return switch (action) {
      case PAUSE_ACTIVITY ->
          WorkflowRuleAction.newBuilder()
              .setActivityPause(ActionActivityPause.getDefaultInstance())
              .build();
    };
  }

  private static String toName(WorkflowRuleAction action) {
    return switch (action.getVariantCase()) {
      case ACTIVITY_PAUSE -> RuleAction.PAUSE_ACTIVITY.name();
      case VARIANT_NOT_SET -> "UNKNOWN";
    };
  }
}

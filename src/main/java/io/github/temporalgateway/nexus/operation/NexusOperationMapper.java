package io.github.temporalgateway.nexus.operation;

import static io.github.temporalgateway.payload.ProtoTexts.textIfAny;

import io.github.temporalgateway.kernel.NamespaceName;
import io.github.temporalgateway.kernel.PageRequest;
import io.github.temporalgateway.payload.EnumNames;
import io.github.temporalgateway.payload.FailureMapper;
import io.github.temporalgateway.payload.OperationResult;
import io.github.temporalgateway.payload.PayloadMapper;
import io.github.temporalgateway.payload.ProtoTimes;
import io.github.temporalgateway.payload.SearchAttributeMapper;
import io.github.temporalgateway.web.Links;
import io.temporal.api.common.v1.Payload;
import io.temporal.api.common.v1.Payloads;
import io.temporal.api.enums.v1.NexusOperationWaitStage;
import io.temporal.api.failure.v1.Failure;
import io.temporal.api.nexus.v1.NexusOperationExecutionInfo;
import io.temporal.api.nexus.v1.NexusOperationExecutionListInfo;
import io.temporal.api.workflowservice.v1.CountNexusOperationExecutionsResponse;
import io.temporal.api.workflowservice.v1.DescribeNexusOperationExecutionRequest;
import io.temporal.api.workflowservice.v1.DescribeNexusOperationExecutionResponse;
import io.temporal.api.workflowservice.v1.ListNexusOperationExecutionsResponse;
import io.temporal.api.workflowservice.v1.PollNexusOperationExecutionRequest;
import io.temporal.api.workflowservice.v1.PollNexusOperationExecutionResponse;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** Where what Temporal says of Nexus Operations becomes records. */
@Component
class NexusOperationMapper {

  private static final String STATUS = "NEXUS_OPERATION_EXECUTION_STATUS_";

  private final FailureMapper failures;

  NexusOperationMapper(FailureMapper failures) {
    this.failures = failures;
  }

  static DescribeNexusOperationExecutionRequest toDescribe(NexusOperationRef ref) {
    return DescribeNexusOperationExecutionRequest.newBuilder()
        .setNamespace(ref.namespace().value())
        .setOperationId(ref.operationId())
        .setRunId(ref.runId())
        .setIncludeInput(true)
        .setIncludeOutcome(true)
        .build();
  }

  static PollNexusOperationExecutionRequest toPoll(NexusOperationRef run) {
    return PollNexusOperationExecutionRequest.newBuilder()
        .setNamespace(run.namespace().value())
        .setOperationId(run.operationId())
        .setRunId(run.runId())
        .setWaitStage(NexusOperationWaitStage.NEXUS_OPERATION_WAIT_STAGE_CLOSED)
        .build();
  }

  /** What is told of an operation, without what changes as time goes by and nothing happens. */
  static DescribeNexusOperationExecutionResponse withoutTime(
      DescribeNexusOperationExecutionResponse response) {
    DescribeNexusOperationExecutionResponse.Builder state =
        response.toBuilder().clearLongPollToken();
    state.getInfoBuilder().clearExecutionDuration();
    return state.build();
  }

  NexusOperationDescription toDescription(
      NexusOperationRef ref, DescribeNexusOperationExecutionResponse response, Links links) {
    NexusOperationExecutionInfo info = response.getInfo();
    NexusOperationRef run = ref.atRun(response.getRunId());
    return new NexusOperationDescription(
        run.namespace().value(),
        run.operationId(),
        run.runId(),
        info.getEndpoint(),
        info.getService(),
        info.getOperation(),
        EnumNames.shortName(info.getStatus(), STATUS),
        EnumNames.shortName(info.getState(), "PENDING_NEXUS_OPERATION_STATE_"),
        info.getAttempt(),
        ProtoTimes.toInstantIfSet(info.getScheduleTime()),
        ProtoTimes.toInstantIfSet(info.getCloseTime()),
        ProtoTimes.toInstantIfSet(info.getExpirationTime()),
        ProtoTimes.toInstantIfSet(info.getNextAttemptScheduleTime()),
        info.hasLastAttemptFailure() ? failures.toFailure(info.getLastAttemptFailure()) : null,
        textIfAny(info.getBlockedReason()),
        info.hasCancellationInfo(),
        info.hasScheduleToCloseTimeout()
            ? ProtoTimes.toDuration(info.getScheduleToCloseTimeout())
            : null,
        response.hasInput() ? PayloadMapper.toJson(response.getInput()) : null,
        response.hasResult() ? PayloadMapper.toJson(response.getResult()) : null,
        response.hasFailure() ? failures.toFailure(response.getFailure()) : null,
        SearchAttributeMapper.toJson(info.getSearchAttributes()),
        new TreeMap<>(info.getNexusHeaderMap()),
        info.getUserMetadata().hasSummary()
            ? PayloadMapper.toJson(info.getUserMetadata().getSummary())
            : null,
        info.getUserMetadata().hasDetails()
            ? PayloadMapper.toJson(info.getUserMetadata().getDetails())
            : null,
        run.links(links));
  }

  NexusOutcome toOutcome(NexusOperationRef ref, DescribeNexusOperationExecutionResponse response) {
    NexusOperationRef run = ref.atRun(response.getRunId());
    if (response.hasResult()) {
      return succeeded(run, response.getResult());
    }
    return response.hasFailure()
        ? unsuccessful(run, response.getFailure())
        : new NexusOutcome.RunningNexusOperation(run);
  }

  NexusOutcome toOutcome(NexusOperationRef ref, PollNexusOperationExecutionResponse response) {
    NexusOperationRef run = response.getRunId().isEmpty() ? ref : ref.atRun(response.getRunId());
    if (response.hasResult()) {
      return succeeded(run, response.getResult());
    }
    return response.hasFailure()
        ? unsuccessful(run, response.getFailure())
        : new NexusOutcome.RunningNexusOperation(run);
  }

  private static NexusOutcome succeeded(NexusOperationRef run, Payload result) {
    return new NexusOutcome.SucceededNexusOperation(
        run, new OperationResult(Payloads.newBuilder().addPayloads(result).build()));
  }

  private NexusOutcome unsuccessful(NexusOperationRef run, Failure failure) {
    return new NexusOutcome.UnsuccessfulNexusOperation(run, failures.toFailure(failure));
  }

  static NexusOperationPage toPage(
      NamespaceName namespace, ListNexusOperationExecutionsResponse response, Links links) {
    return new NexusOperationPage(
        response.getOperationsList().stream()
            .map(info -> toSummary(namespace, info, links))
            .toList(),
        response.getNextPageToken().isEmpty()
            ? null
            : PageRequest.tokenOf(response.getNextPageToken().toByteArray()));
  }

  private static NexusOperationSummary toSummary(
      NamespaceName namespace, NexusOperationExecutionListInfo info, Links links) {
    return new NexusOperationSummary(
        namespace.value(),
        info.getOperationId(),
        info.getRunId(),
        info.getEndpoint(),
        info.getService(),
        info.getOperation(),
        EnumNames.shortName(info.getStatus(), STATUS),
        ProtoTimes.toInstantIfSet(info.getScheduleTime()),
        ProtoTimes.toInstantIfSet(info.getCloseTime()),
        SearchAttributeMapper.toJson(info.getSearchAttributes()),
        new NexusOperationRef(namespace, info.getOperationId(), info.getRunId()).links(links));
  }

  static NexusOperationCount toCount(CountNexusOperationExecutionsResponse response) {
    return new NexusOperationCount(
        response.getCount(),
        response.getGroupsCount() == 0
            ? null
            : response.getGroupsList().stream()
                .map(group ->
                    new NexusOperationGroup(
                        group.getGroupValuesList().stream().map(PayloadMapper::toJson).toList(),
                        group.getCount()))
                .toList());
  }
}

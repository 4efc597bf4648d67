package io.github.temporalgateway.taskqueue.worker;

import static io.github.temporalgateway.payload.ProtoTexts.textIfAny;

import io.github.temporalgateway.kernel.PageRequest;
import io.github.temporalgateway.kernel.PathId;
import io.github.temporalgateway.payload.EnumNames;
import io.github.temporalgateway.payload.ProtoTimes;
import io.github.temporalgateway.taskqueue.TaskQueueMapper;
import io.github.temporalgateway.web.Links;
import io.temporal.api.worker.v1.PluginInfo;
import io.temporal.api.worker.v1.WorkerHeartbeat;
import io.temporal.api.worker.v1.WorkerListInfo;
import io.temporal.api.worker.v1.WorkerPollerInfo;
import io.temporal.api.worker.v1.WorkerSlotsInfo;
import io.temporal.api.workflowservice.v1.ListWorkersResponse;
import java.util.List;

/** Where Workers meet Temporal's protobuf. */
final class WorkerMapper {

  private static final String STATUS = "WORKER_STATUS_";

  private WorkerMapper() {}

  static WorkerPage toPage(ListWorkersResponse response, Links links) {
    return new WorkerPage(
        response.getWorkersList().stream().map(worker -> toSummary(worker, links)).toList(),
        response.getNextPageToken().isEmpty()
            ? null
            : PageRequest.tokenOf(response.getNextPageToken().toByteArray()));
  }

  private static WorkerSummary toSummary(WorkerListInfo worker, Links links) {
    return new WorkerSummary(
        worker.getWorkerInstanceKey(),
        worker.getWorkerIdentity(),
        worker.getTaskQueue(),
        EnumNames.shortName(worker.getStatus(), STATUS),
        textIfAny(worker.getSdkName()),
        textIfAny(worker.getSdkVersion()),
        TaskQueueMapper.toVersion(worker.getDeploymentVersion()),
        ProtoTimes.toInstantIfSet(worker.getStartTime()),
        textIfAny(worker.getHostName()),
        textIfAny(worker.getProcessId()),
        toPlugins(worker.getPluginsList()),
        link(worker.getWorkerInstanceKey(), links));
  }

  static WorkerDescription toDescription(WorkerHeartbeat heartbeat, Links links) {
    return new WorkerDescription(
        toSummary(heartbeat, links),
        ProtoTimes.toInstantIfSet(heartbeat.getHeartbeatTime()),
        heartbeat.hasElapsedSinceLastHeartbeat()
            ? ProtoTimes.toDuration(heartbeat.getElapsedSinceLastHeartbeat())
            : null,
        heartbeat.getHostInfo().getCurrentHostCpuUsage(),
        heartbeat.getHostInfo().getCurrentHostMemUsage(),
        heartbeat.hasWorkflowTaskSlotsInfo() ? toSlots(heartbeat.getWorkflowTaskSlotsInfo()) : null,
        heartbeat.hasActivityTaskSlotsInfo() ? toSlots(heartbeat.getActivityTaskSlotsInfo()) : null,
        heartbeat.hasNexusTaskSlotsInfo() ? toSlots(heartbeat.getNexusTaskSlotsInfo()) : null,
        heartbeat.hasLocalActivitySlotsInfo()
            ? toSlots(heartbeat.getLocalActivitySlotsInfo())
            : null,
        heartbeat.hasWorkflowPollerInfo() ? toPolls(heartbeat.getWorkflowPollerInfo()) : null,
        heartbeat.hasWorkflowStickyPollerInfo()
            ? toPolls(heartbeat.getWorkflowStickyPollerInfo())
            : null,
        heartbeat.hasActivityPollerInfo() ? toPolls(heartbeat.getActivityPollerInfo()) : null,
        heartbeat.hasNexusPollerInfo() ? toPolls(heartbeat.getNexusPollerInfo()) : null,
        new StickyCache(
            heartbeat.getCurrentStickyCacheSize(),
            heartbeat.getTotalStickyCacheHit(),
            heartbeat.getTotalStickyCacheMiss()));
  }

  private static WorkerSummary toSummary(WorkerHeartbeat heartbeat, Links links) {
    return new WorkerSummary(
        heartbeat.getWorkerInstanceKey(),
        heartbeat.getWorkerIdentity(),
        heartbeat.getTaskQueue(),
        EnumNames.shortName(heartbeat.getStatus(), STATUS),
        textIfAny(heartbeat.getSdkName()),
        textIfAny(heartbeat.getSdkVersion()),
        TaskQueueMapper.toVersion(heartbeat.getDeploymentVersion()),
        ProtoTimes.toInstantIfSet(heartbeat.getStartTime()),
        textIfAny(heartbeat.getHostInfo().getHostName()),
        textIfAny(heartbeat.getHostInfo().getProcessId()),
        toPlugins(heartbeat.getPluginsList()),
        link(heartbeat.getWorkerInstanceKey(), links));
  }

  private static WorkerSlots toSlots(WorkerSlotsInfo slots) {
    return new WorkerSlots(
        slots.getCurrentAvailableSlots(),
        slots.getCurrentUsedSlots(),
        slots.getSlotSupplierKind(),
        slots.getTotalProcessedTasks(),
        slots.getTotalFailedTasks(),
        slots.getLastIntervalProcessedTasks(),
        slots.getLastIntervalFailureTasks());
  }

  private static WorkerPolls toPolls(WorkerPollerInfo polls) {
    return new WorkerPolls(
        polls.getCurrentPollers(),
        ProtoTimes.toInstantIfSet(polls.getLastSuccessfulPollTime()),
        polls.getIsAutoscaling());
  }

  private static List<WorkerPlugin> toPlugins(List<PluginInfo> plugins) {
    return plugins.stream()
        .map(plugin -> new WorkerPlugin(plugin.getName(), plugin.getVersion()))
        .toList();
  }

  private static String link(String key, Links links) {
    return links.base() + "/workers/" + PathId.encode(key);
  }
}

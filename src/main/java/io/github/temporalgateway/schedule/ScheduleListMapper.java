package io.github.temporalgateway.schedule;

import io.github.temporalgateway.kernel.NamespaceName;
import io.github.temporalgateway.kernel.PageRequest;
import io.github.temporalgateway.payload.SearchAttributeMapper;
import io.github.temporalgateway.web.Links;
import io.github.temporalgateway.workflow.ExecutionMapper;
import io.temporal.api.schedule.v1.ScheduleListEntry;
import io.temporal.api.schedule.v1.ScheduleListInfo;
import io.temporal.api.workflowservice.v1.CountSchedulesRequest;
import io.temporal.api.workflowservice.v1.CountSchedulesResponse;
import io.temporal.api.workflowservice.v1.ListSchedulesRequest;
import io.temporal.api.workflowservice.v1.ListSchedulesResponse;

/** Where lists and counts of Schedules meet Temporal's protobuf. */
final class ScheduleListMapper {

  private ScheduleListMapper() {}

  static ListSchedulesRequest.Builder toList(NamespaceName namespace, String query, int pageSize) {
    return ListSchedulesRequest.newBuilder()
        .setNamespace(namespace.value())
        .setQuery(query)
        .setMaximumPageSize(pageSize);
  }

  static CountSchedulesRequest toCount(NamespaceName namespace, String query) {
    return CountSchedulesRequest.newBuilder()
        .setNamespace(namespace.value())
        .setQuery(query)
        .build();
  }

  static SchedulePage toPage(NamespaceName namespace, ListSchedulesResponse response, Links links) {
    return new SchedulePage(
        response.getSchedulesList().stream()
            .map(entry -> toSummary(namespace, entry, links))
            .toList(),
        response.getNextPageToken().isEmpty()
            ? null
            : PageRequest.tokenOf(response.getNextPageToken().toByteArray()));
  }

  static ScheduleCount toCount(CountSchedulesResponse response) {
    return new ScheduleCount(response.getCount());
  }

  private static ScheduleSummary toSummary(
      NamespaceName namespace, ScheduleListEntry entry, Links links) {
    ScheduleListInfo info = entry.getInfo();
    return new ScheduleSummary(
        namespace.value(),
        entry.getScheduleId(),
        info.getWorkflowType().getName().isEmpty() ? null : info.getWorkflowType().getName(),
        info.hasSpec() ? SpecMapper.toSpec(info.getSpec()) : null,
        info.getPaused(),
        info.getNotes().isEmpty() ? null : info.getNotes(),
        ScheduleMapper.toActions(info.getRecentActionsList()),
        ScheduleMapper.toTimes(info.getFutureActionTimesList()),
        ActionMapper.orNull(ExecutionMapper.memo(entry.getMemo())),
        ActionMapper.orNull(SearchAttributeMapper.toJson(entry.getSearchAttributes())),
        ScheduleLinks.of(entry.getScheduleId(), links));
  }
}

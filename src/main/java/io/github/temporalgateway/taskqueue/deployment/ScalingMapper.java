package io.github.temporalgateway.taskqueue.deployment;

import static io.github.temporalgateway.payload.ProtoTexts.textIfAny;

import com.google.protobuf.FieldMask;
import io.github.temporalgateway.payload.EnumNames;
import io.github.temporalgateway.payload.PayloadMapper;
import io.github.temporalgateway.problem.RefusedException;
import io.github.temporalgateway.problem.Violation;
import io.temporal.api.compute.v1.ComputeConfig;
import io.temporal.api.compute.v1.ComputeConfigScalingGroup;
import io.temporal.api.compute.v1.ComputeConfigScalingGroupUpdate;
import io.temporal.api.enums.v1.TaskQueueType;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Where scaling groups meet Temporal's protobuf. */
final class ScalingMapper {

  private static final String KIND = "TASK_QUEUE_TYPE_";
  private static final FieldMask ALL =
      FieldMask.newBuilder()
          .addPaths("task_queue_types")
          .addPaths("provider")
          .addPaths("scaler")
          .build();

  private ScalingMapper() {}

  static ComputeConfig toConfig(Map<String, ScalingGroup> groups) {
    ComputeConfig.Builder config = ComputeConfig.newBuilder();
    groups.forEach((name, group) -> config.putScalingGroups(name, toProto(name, group)));
    return config.build();
  }

  /** Each group as a whole: what it does not have any more is taken away. */
  static Map<String, ComputeConfigScalingGroupUpdate> toUpdates(
      @Nullable Map<String, ScalingGroup> groups) {
    Map<String, ComputeConfigScalingGroupUpdate> updates = new LinkedHashMap<>();
    Objects.requireNonNullElse(groups, Map.<String, ScalingGroup>of())
        .forEach((name, group) ->
            updates.put(
                name,
                ComputeConfigScalingGroupUpdate.newBuilder()
                    .setScalingGroup(toProto(name, group))
                    .setUpdateMask(ALL)
                    .build()));
    return updates;
  }

  static Map<String, ScalingGroup> toGroups(ComputeConfig config) {
    Map<String, ScalingGroup> groups = new LinkedHashMap<>();
    new TreeMap<>(config.getScalingGroupsMap())
        .forEach((name, group) -> groups.put(name, toGroup(group)));
    return groups;
  }

  private static ComputeConfigScalingGroup toProto(String name, ScalingGroup group) {
    String pointer = Violation.pointer("/scalingGroups", name);
    ComputeConfigScalingGroup.Builder proto = ComputeConfigScalingGroup.newBuilder();
    if (group.kinds() != null) {
      group.kinds().forEach(kind -> proto.addTaskQueueTypes(toType(kind, pointer + "/kinds")));
    }
    ComputeProvider provider = group.provider();
    if (provider != null) {
      var part = io.temporal.api.compute.v1.ComputeProvider.newBuilder().setType(provider.type());
      if (provider.details() != null) {
        part.setDetails(PayloadMapper.toPayload(provider.details(), pointer + "/provider/details"));
      }
      if (provider.nexusEndpoint() != null) {
        part.setNexusEndpoint(provider.nexusEndpoint());
      }
      proto.setProvider(part);
    }
    ComputeScaler scaler = group.scaler();
    if (scaler != null) {
      var part = io.temporal.api.compute.v1.ComputeScaler.newBuilder().setType(scaler.type());
      if (scaler.details() != null) {
        part.setDetails(PayloadMapper.toPayload(scaler.details(), pointer + "/scaler/details"));
      }
      proto.setScaler(part);
    }
    return proto.build();
  }

  private static TaskQueueType toType(String kind, String pointer) {
    return Arrays.stream(TaskQueueType.values())
        .filter(type -> kind.equals(EnumNames.shortName(type, KIND)))
        .filter(type -> type != TaskQueueType.UNRECOGNIZED)
        .findFirst()
        .orElseThrow(() ->
            RefusedException.invalid(
                Violation.at(pointer, "The kinds are WORKFLOW, ACTIVITY and NEXUS.")));
  }

  private static ScalingGroup toGroup(ComputeConfigScalingGroup group) {
    Set<String> kinds = new LinkedHashSet<>();
    group
        .getTaskQueueTypesList()
        .forEach(type ->
            kinds.add(Objects.requireNonNullElse(EnumNames.shortName(type, KIND), "UNKNOWN")));
    return new ScalingGroup(
        kinds.isEmpty() ? null : kinds,
        group.hasProvider()
            ? new ComputeProvider(
                group.getProvider().getType(),
                group.getProvider().hasDetails()
                    ? PayloadMapper.toJson(group.getProvider().getDetails())
                    : null,
                textIfAny(group.getProvider().getNexusEndpoint()))
            : null,
        group.hasScaler()
            ? new ComputeScaler(
                group.getScaler().getType(),
                group.getScaler().hasDetails()
                    ? PayloadMapper.toJson(group.getScaler().getDetails())
                    : null)
            : null);
  }
}

package io.github.temporalgateway.taskqueue.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import io.github.temporalgateway.payload.JsonValue;
import io.temporal.api.compute.v1.ComputeConfig;
import io.temporal.api.compute.v1.ComputeConfigScalingGroup;
import io.temporal.api.compute.v1.ComputeConfigScalingGroupUpdate;
import io.temporal.api.enums.v1.TaskQueueType;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Scaling groups, whose providers no dev server has. */
class ScalingMapperTest {

  private static final JsonValue DETAILS = JsonValue.of("{\"size\":12345678901234567890}");

  private static final ScalingGroup GROUP =
      new ScalingGroup(
          Set.of("ACTIVITY"),
          new ComputeProvider("aws-lambda", DETAILS, "endpoint"),
          new ComputeScaler("rate", DETAILS));

  @Test
  void groupReachesTemporalAndComesBack() {
    ComputeConfig config = ScalingMapper.toConfig(Map.of("all", GROUP));

    ComputeConfigScalingGroup group = config.getScalingGroupsOrThrow("all");
    assertThat(group.getTaskQueueTypesList())
        .containsExactly(TaskQueueType.TASK_QUEUE_TYPE_ACTIVITY);
    assertThat(group.getProvider().getDetails().getData())
        .isEqualTo(ByteString.copyFromUtf8(DETAILS.toString()));
    assertThat(ScalingMapper.toGroups(config)).isEqualTo(Map.of("all", GROUP));
  }

  @Test
  void whatAGroupDoesNotHaveIsLeftOut() {
    ScalingGroup bare = new ScalingGroup(null, null, null);

    assertThat(ScalingMapper.toGroups(ScalingMapper.toConfig(Map.of("bare", bare))))
        .isEqualTo(Map.of("bare", bare));
  }

  @Test
  void updateReplacesTheWholeGroup() {
    ComputeConfigScalingGroupUpdate update =
        ScalingMapper.toUpdates(Map.of("all", GROUP))
            .getOrDefault("all", ComputeConfigScalingGroupUpdate.getDefaultInstance());

    assertThat(update.getUpdateMask().getPathsList())
        .containsExactly("task_queue_types", "provider", "scaler");
    assertThat(ScalingMapper.toUpdates(null)).isEmpty();
  }
}

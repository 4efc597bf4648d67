package io.github.temporalgateway.batch;

import io.github.temporalgateway.payload.EnumNames;
import io.temporal.api.enums.v1.BatchOperationType;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The operations, by their names in bodies. */
enum BatchType {
  SIGNAL("signal", "signalWorkflow", true, List.of("name", "input", "args", "headers")),
  CANCEL("cancel", "cancelWorkflow", true, List.of()),
  TERMINATE("terminate", "terminateWorkflow", true, List.of("details")),
  RESET(
      "reset",
      "resetWorkflow",
      false,
      List.of("point", "workflowTaskId", "buildId", "reapplyExclude")),
  DELETE("delete", "deleteWorkflow", false, List.of()),
  UPDATE_OPTIONS(
      "updateOptions",
      "updateWorkflowOptions",
      true,
      List.of("versioningOverride", "priority", "unset")),
  UNPAUSE_ACTIVITIES(
      "unpauseActivities", "unpauseWorkflowActivity", true, List.of("activityType", "jitter")),
  RESET_ACTIVITIES(
      "resetActivities",
      "resetWorkflowActivity",
      true,
      List.of("activityType", "jitter", "keepPaused", "restoreOriginalOptions")),
  UPDATE_ACTIVITY_OPTIONS(
      "updateActivityOptions",
      "updateWorkflowActivityOptions",
      true,
      List.of("activityType", "activityOptions"));

  static final String PATTERN =
      "signal|cancel|terminate|reset|delete|updateOptions"
          + "|unpauseActivities|resetActivities|updateActivityOptions";

  private final String type;
  private final String operation;
  private final boolean onlyOpen;
  private final List<String> members;

  BatchType(String type, String operation, boolean onlyOpen, List<String> members) {
    this.type = type;
    this.operation = operation;
    this.onlyOpen = onlyOpen;
    this.members = members;
  }

  /** The operation of a name that matches {@link #PATTERN}. */
  static BatchType of(String type) {
    return Arrays.stream(values())
        .filter(known -> known.type.equals(type))
        .findFirst()
        .orElseThrow();
  }

  /** The name of what Temporal says it does; of what the gateway cannot start, Temporal's own. */
  static @Nullable String nameOf(BatchOperationType operation) {
    return switch (operation) {
      case BATCH_OPERATION_TYPE_SIGNAL, BATCH_OPERATION_TYPE_SIGNAL_WORKFLOW -> SIGNAL.type;
      case BATCH_OPERATION_TYPE_CANCEL, BATCH_OPERATION_TYPE_CANCEL_WORKFLOW -> CANCEL.type;
      case BATCH_OPERATION_TYPE_TERMINATE, BATCH_OPERATION_TYPE_TERMINATE_WORKFLOW ->
          TERMINATE.type;
      case BATCH_OPERATION_TYPE_RESET, BATCH_OPERATION_TYPE_RESET_WORKFLOW -> RESET.type;
      case BATCH_OPERATION_TYPE_DELETE, BATCH_OPERATION_TYPE_DELETE_WORKFLOW -> DELETE.type;
      case BATCH_OPERATION_TYPE_UPDATE_EXECUTION_OPTIONS,
          BATCH_OPERATION_TYPE_UPDATE_WORKFLOW_EXECUTION_OPTIONS ->
          UPDATE_OPTIONS.type;
      case BATCH_OPERATION_TYPE_UNPAUSE_ACTIVITY -> UNPAUSE_ACTIVITIES.type;
      case BATCH_OPERATION_TYPE_RESET_ACTIVITY -> RESET_ACTIVITIES.type;
      case BATCH_OPERATION_TYPE_UPDATE_ACTIVITY_OPTIONS -> UPDATE_ACTIVITY_OPTIONS.type;
      default -> camel(EnumNames.shortName(operation, "BATCH_OPERATION_TYPE_"));
    };
  }

  /** The operation that does the same to one execution, by operationId. */
  String operation() {
    return operation;
  }

  /** Whether Temporal passes over executions that have closed. */
  boolean onlyOpen() {
    return onlyOpen;
  }

  /** The members of a body that go with it. */
  List<String> members() {
    return members;
  }

  private static @Nullable String camel(@Nullable String name) {
    if (name == null) {
      return null;
    }
    StringBuilder camel = new StringBuilder();
    for (String word : name.toLowerCase(Locale.ROOT).split("_")) {
      camel.append(
          camel.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
    }
    return camel.toString();
  }
}

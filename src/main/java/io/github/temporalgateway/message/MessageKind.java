package io.github.temporalgateway.message;

import java.util.List;

/** The kinds of messages that a Workflow has handlers for. */
enum MessageKind {
  SIGNAL("Signal"),
  QUERY("Query"),
  UPDATE("Update");

  private final String word;

  MessageKind(String word) {
    this.word = word;
  }

  /** What Temporal calls it. */
  String word() {
    return word;
  }

  List<HandlerDescription> of(WorkflowHandlers handlers) {
    return switch (this) {
      case SIGNAL -> handlers.signals();
      case QUERY -> handlers.queries();
      case UPDATE -> handlers.updates();
    };
  }
}

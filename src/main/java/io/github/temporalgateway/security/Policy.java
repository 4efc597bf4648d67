package io.github.temporalgateway.security;

import io.github.temporalgateway.kernel.Caller;
import io.github.temporalgateway.kernel.CallerKind;
import io.github.temporalgateway.kernel.ExecutionKind;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Something that callers may do, as far as they have the permission. Each member is a set of names,
 * of which one has to fit; a name may end in {@code *} for any that begins so. A member that is
 * left out fits all.
 *
 * @param callers ids of callers, or kinds and ids such as {@code api-key:orders}
 * @param namespaces where
 * @param operations what, by operationId of the API document
 * @param workflowTypes types of the executions that it is done to
 * @param taskQueues their Task Queues
 * @param names names of Signals, Queries and Updates
 */
record Policy(
    @DefaultValue({}) Set<String> callers,
    @DefaultValue({}) Set<String> namespaces,
    @DefaultValue({}) Set<String> operations,
    @DefaultValue({}) Set<String> workflowTypes,
    @DefaultValue({}) Set<String> taskQueues,
    @DefaultValue({}) Set<String> names) {

  private static final String ANY = "*";

  boolean isFor(Caller caller, String namespace) {
    return (isAny(callers) || callers.stream().anyMatch(pattern -> fits(pattern, caller)))
        && fits(namespaces, namespace);
  }

  /** A pattern that begins with a kind is about callers of that kind, whatever their id is. */
  private static boolean fits(String pattern, Caller caller) {
    boolean ofAKind =
        Stream.of(CallerKind.values()).anyMatch(kind -> pattern.startsWith(kind.word() + ":"));
    return fits(pattern, ofAKind ? caller.kind().word() + ":" + caller.id() : caller.id());
  }

  boolean allows(String operation) {
    return fits(operations, operation);
  }

  boolean allowsName(String name) {
    return fits(names, name);
  }

  boolean allowsKind(ExecutionKind kind) {
    return fits(workflowTypes, kind.workflowType()) && fits(taskQueues, kind.taskQueue());
  }

  /** Whether it allows everything on a Task Queue. */
  boolean allowsQueue(String taskQueue) {
    return isAny(workflowTypes) && fits(taskQueues, taskQueue);
  }

  /** Whether it is only about some executions. */
  boolean isBound() {
    return !isAny(workflowTypes) || !isAny(taskQueues);
  }

  /** All names in it. */
  Stream<String> patterns() {
    return Stream.of(callers, namespaces, operations, workflowTypes, taskQueues, names)
        .flatMap(Set::stream);
  }

  static boolean isAny(Set<String> patterns) {
    return patterns.isEmpty() || patterns.contains(ANY);
  }

  private static boolean fits(Set<String> patterns, String name) {
    return isAny(patterns) || patterns.stream().anyMatch(pattern -> fits(pattern, name));
  }

  private static boolean fits(String pattern, String name) {
    return pattern.endsWith(ANY)
        ? name.startsWith(pattern.substring(0, pattern.length() - 1))
        : name.equals(pattern);
  }
}

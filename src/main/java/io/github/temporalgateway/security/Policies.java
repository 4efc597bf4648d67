package io.github.temporalgateway.security;

import java.util.List;
import org.springframework.stereotype.Component;

/** Finds the policies that are about a request. */
@Component
class Policies {

  private final List<Policy> all;
  private final Operations operations;

  Policies(PolicySettings settings, Operations operations) {
    this.all = settings.policies();
    this.operations = operations;
  }

  /** Whether permissions alone decide. */
  boolean isEmpty() {
    return all.isEmpty();
  }

  /** Those that are about a caller in a Namespace. */
  List<Policy> of(Access access, String namespace) {
    return all.stream().filter(policy -> policy.isFor(access.caller(), namespace)).toList();
  }

  /** Those that allow a caller an operation in a Namespace. */
  List<Policy> of(Access access, String namespace, String operation) {
    return of(access, namespace).stream().filter(policy -> policy.allows(operation)).toList();
  }

  /** Those that let a caller look at something in a Namespace. */
  List<Policy> ofReading(Access access, String namespace) {
    List<String> reading = operations.reading();
    return of(access, namespace).stream()
        .filter(policy -> reading.stream().anyMatch(policy::allows))
        .toList();
  }

  /** What permissions and policies let a caller do in a Namespace. */
  List<String> allowed(Access access, String namespace) {
    return operations.granted(access.permissions(), namespace).stream()
        .filter(rule ->
            isEmpty()
                || rule.scope() == Scope.CALLER
                || !of(access, namespace, rule.operation()).isEmpty())
        .map(Rule::operation)
        .distinct()
        .toList();
  }
}

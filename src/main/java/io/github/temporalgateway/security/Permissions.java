package io.github.temporalgateway.security;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What a caller was granted, as Temporal's default claim mapper reads it: {@code
 * <namespace>:<right>}, of which {@code temporal-system:<right>} counts in every Namespace. What is
 * not of this form grants nothing.
 */
public final class Permissions {

  /** Every right everywhere, for callers of whom nobody asks who they are. */
  static final Permissions ALL = new Permissions(~0 >>> 1, Map.of());

  static final String SYSTEM = "temporal-system";

  private static final String EVERY = "*";

  private final int system;
  private final Map<String, Integer> namespaces;

  private Permissions(int system, Map<String, Integer> namespaces) {
    this.system = system;
    this.namespaces = namespaces;
  }

  /**
   * Reads permissions.
   *
   * @param granted strings, and what else a token happens to have among them
   */
  public static Permissions of(Collection<?> granted) {
    Map<String, Integer> namespaces = new HashMap<>();
    for (Object one : granted) {
      // Only the first colon divides, as in Temporal.
      if (one instanceof String text && text.indexOf(':') >= 0) {
        String[] parts = text.split(":", 2);
        int bits = Right.bitsOf(parts[1]);
        if (bits != 0 && !parts[0].isBlank() && !parts[0].equals(EVERY)) {
          namespaces.merge(parts[0], bits, (a, b) -> a | b);
        }
      }
    }
    Integer system = namespaces.remove(SYSTEM);
    return new Permissions(system == null ? 0 : system, Map.copyOf(namespaces));
  }

  /**
   * Whether a permission grants nothing to anybody: no Namespace or no right is in it. {@code *} is
   * the name of none; all of them are {@code temporal-system}.
   */
  public static boolean isEmpty(String permission) {
    Permissions only = of(List.of(permission));
    return only.system == 0 && only.namespaces.isEmpty();
  }

  /** Whether a right is among them, in one Namespace. */
  boolean include(Right right, String namespace) {
    return right.isIn(system | namespaces.getOrDefault(namespace, 0));
  }

  /** Whether a right is among them for the whole service. */
  boolean includeEverywhere(Right right) {
    return right.isIn(system);
  }

  /** Whether a Namespace exists for who has these. */
  boolean know(String namespace) {
    return (system | namespaces.getOrDefault(namespace, 0)) != 0;
  }

  /** The Namespaces that are named, in order; {@code *} for every one. */
  SortedSet<String> namespaces() {
    SortedSet<String> names = new TreeSet<>(namespaces.keySet());
    if (system != 0) {
      names.add(EVERY);
    }
    return names;
  }

  /** The rights in one of {@link #namespaces()}, those that another implies included. */
  List<Right> rights(String namespace) {
    return Arrays.stream(Right.values()).filter(right -> include(right, namespace)).toList();
  }
}

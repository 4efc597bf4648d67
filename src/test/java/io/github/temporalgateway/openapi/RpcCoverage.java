package io.github.temporalgateway.openapi;

import io.grpc.MethodDescriptor;
import io.grpc.ServiceDescriptor;
import io.temporal.api.operatorservice.v1.OperatorServiceGrpc;
import io.temporal.api.workflowservice.v1.WorkflowServiceGrpc;
import io.temporal.serviceclient.Version;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which routes cover which RPC of Temporal, and why some have none.
 *
 * @param rows by the name of the RPC
 */
record RpcCoverage(Map<String, Row> rows) {

  /** One line for each RPC. */
  static final Path TABLE = Path.of("src/test/resources/rpc-coverage.txt");

  /**
   * Beginnings of paths whose modules are still being built; what is there already counts.
   *
   * <p>Empty this when they are complete.
   */
  static final List<String> COMING =
      List.of(
          "/activities",
          "/activity-count",
          "/task-queues/{queue}/activities",
          "/workflows/{workflowId}/activities");

  private static final Pattern LINE =
      Pattern.compile("(\\w+) (?:= (?<routes>.+)|! (?<kind>[a-z]+): (?<reason>.+))");
  private static final Pattern OPERATION =
      Pattern.compile("(?m)^  (?<path>/\\S*):$|^    (?<method>get|put|post|delete|patch):$");

  /** What is to be said of an RPC. */
  sealed interface Row {

    /** Routes call it; as {@code METHOD /path}. */
    record Covered(List<String> routes) implements Row {}

    /** No route calls it, for a reason. */
    record Uncovered(Kind kind, String reason) implements Row {}
  }

  /** Why RPCs have no route. */
  enum Kind {
    WORKER("for Workers"),
    DEPRECATED("deprecated"),
    ADMIN("for operators of Temporal"),
    UNAVAILABLE("not available");

    private final String words;

    Kind(String words) {
      this.words = words;
    }
  }

  /** The services of the SDK in use. */
  static List<ServiceDescriptor> services() {
    return List.of(
        WorkflowServiceGrpc.getServiceDescriptor(), OperatorServiceGrpc.getServiceDescriptor());
  }

  /** Names of their RPCs. */
  static List<String> rpcs(ServiceDescriptor service) {
    return service.getMethods().stream()
        .map(MethodDescriptor::getBareMethodName)
        .map(String::valueOf)
        .toList();
  }

  static RpcCoverage read() throws IOException {
    return parse(Files.readAllLines(TABLE));
  }

  static RpcCoverage parse(List<String> lines) {
    Map<String, Row> rows = new LinkedHashMap<>();
    for (String line : lines) {
      if (!line.startsWith("#") && !line.isBlank()) {
        Matcher parts = LINE.matcher(line);
        if (!parts.matches() || rows.put(parts.group(1), row(parts)) != null) {
          throw new IllegalArgumentException("Wrong or said twice in " + TABLE + ": " + line);
        }
      }
    }
    return new RpcCoverage(rows);
  }

  private static Row row(Matcher parts) {
    String routes = parts.group("routes");
    return routes == null
        ? new Row.Uncovered(
            Kind.valueOf(parts.group("kind").toUpperCase(Locale.ROOT)), parts.group("reason"))
        : new Row.Covered(List.of(routes.split(", ")));
  }

  /** All routes that the table names. */
  Set<String> routes() {
    return rows.values().stream()
        .flatMap(row ->
            row instanceof Row.Covered covered ? covered.routes().stream() : Stream.<String>empty())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  static boolean isComing(String route) {
    return COMING.stream().anyMatch(route.substring(route.indexOf('/'))::startsWith);
  }

  /** The routes of the API document, without the second forms below a Namespace. */
  static Set<String> documented() throws IOException {
    Set<String> routes = new TreeSet<>();
    String path = "";
    Matcher found = OPERATION.matcher(Files.readString(Path.of("openapi.yaml")));
    while (found.find()) {
      if (found.group("path") != null) {
        path = found.group("path");
      } else if (!path.startsWith("/namespaces/{namespace}/")) {
        routes.add(found.group("method").toUpperCase(Locale.ROOT) + " " + path);
      }
    }
    return routes;
  }

  /** The page for people. */
  String page(Set<String> documented) {
    StringBuilder page = new StringBuilder();
    long all = services().stream().mapToLong(service -> rpcs(service).size()).sum();
    long covered = rows.values().stream().filter(row -> isCovered(row, documented)).count();
    page.append(
        """
        # Coverage of Temporal's API

        Each RPC that Temporal's Java SDK %s knows, with the routes that call it or the reason why none
        does: %d of %d have a route. `CoverageTest` fails when the SDK brings an RPC that is not here, and
        `CoverageIT` calls each route and looks which RPCs it makes.

        Each route about the things of a Namespace also exists below `/namespaces/{namespace}`.
        """
            .formatted(Version.LIBRARY_VERSION, covered, all));
    for (ServiceDescriptor service : services()) {
      page.append("\n## ").append(service.getName().replaceAll(".*\\.", "")).append("\n\n");
      page.append("| RPC | route, or why there is none |\n|---|---|\n");
      for (String rpc : rpcs(service)) {
        page.append("| `%s` | %s |\n".formatted(rpc, words(rows.get(rpc), documented)));
      }
    }
    return page.toString();
  }

  private static boolean isCovered(Row row, Set<String> documented) {
    return row instanceof Row.Covered covered
        && covered.routes().stream().anyMatch(documented::contains);
  }

  private static String words(@Nullable Row row, Set<String> documented) {
    return switch (row) {
      case Row.Covered covered ->
          covered.routes().stream()
              .map(route -> (documented.contains(route) ? "" : "coming: ") + "`" + route + "`")
              .collect(Collectors.joining(", "));
      case Row.Uncovered uncovered -> uncovered.kind().words + ": " + uncovered.reason();
      case null -> "?";
    };
  }
}

package io.github.temporalgateway.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** docs/coverage.md is complete and true to the API document. */
class CoverageTest {

  private static final Path PAGE = Path.of("docs/coverage.md");

  private RpcCoverage coverage;
  private Set<String> documented;

  @BeforeEach
  void read() throws IOException {
    coverage = RpcCoverage.read();
    documented = RpcCoverage.documented();
  }

  @Test
  void everyRpcOfTheSdkIsInTheTable() {
    List<String> rpcs =
        RpcCoverage.services().stream()
            .flatMap(service -> RpcCoverage.rpcs(service).stream())
            .toList();

    assertThat(rpcs).hasSizeGreaterThan(100);
    assertThat(coverage.rows().keySet())
        .as("%s has one line for each RPC", RpcCoverage.TABLE)
        .containsExactlyInAnyOrderElementsOf(rpcs);
  }

  @Test
  void everyRouteOfTheTableExists() {
    assertThat(coverage.routes())
        .as("routes that %s names", RpcCoverage.TABLE)
        .allMatch(route -> documented.contains(route) || RpcCoverage.isComing(route));
  }

  @Test
  void everyRouteThatAsksTemporalIsInTheTable() {
    assertThat(documented)
        .contains("POST /workflows", "GET /workflows/{workflowId}")
        .filteredOn(route -> !route.contains(" /problems") && !route.equals("GET /me"))
        .as("each calls an RPC: add it to a line of %s", RpcCoverage.TABLE)
        .isSubsetOf(coverage.routes());
  }

  @Test
  void committedPageIsWhatTheTableSays() throws IOException {
    String page = coverage.page(documented);

    if (Boolean.getBoolean("docs.update")) {
      Files.writeString(PAGE, page);
    }

    assertThat(PAGE)
        .as("./mvnw test -Dtest=CoverageTest -Ddocs.update=true writes the page anew")
        .hasContent(page);
  }

  @Test
  void lineThatSaysNothingIsRefused() {
    assertThatThrownBy(() -> RpcCoverage.parse(List.of("StartWorkflowExecution")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> RpcCoverage.parse(List.of("A ! nonsense: because")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> RpcCoverage.parse(List.of("A = GET /a", "A = GET /b")))
        .isInstanceOf(IllegalArgumentException.class);
  }
}

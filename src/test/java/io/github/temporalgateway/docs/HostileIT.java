package io.github.temporalgateway.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The built gateway with 256 MB of heap stands what callers who mean it ill can send. */
class HostileIT {

  private static final Pattern KEPT = Pattern.compile("(?m)^kept +(.+?): (.+?): ");

  @Test
  void attacksHurtNobodyElse() throws IOException, InterruptedException {
    // Other things run on this machine; what breaks a promise breaks it by more.
    String findings =
        BuiltGateway.run(
            List.of(
                "python3",
                "docs/reliability/hostile.py",
                BuiltGateway.jar().toString(),
                "--logs",
                "target/hostile",
                "--slack",
                "3"));

    assertThat(findings).doesNotContain("BROKEN");
    List<String> promises =
        KEPT.matcher(findings).results().map(promise -> promise.group(1)).distinct().toList();
    assertThat(promises).hasSizeGreaterThan(6);
    assertThat(Files.readString(Path.of("docs/limits.md"))).contains(promises);
  }
}

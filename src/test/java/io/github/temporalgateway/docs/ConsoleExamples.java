package io.github.temporalgateway.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The commands in the {@code console} blocks of a Markdown file, with the output it promises. */
final class ConsoleExamples {

  private ConsoleExamples() {}

  /** One command and the lines that are to follow it. */
  record Example(String command, String output) {}

  /** Runs them one after the other against the gateway at an address instead of localhost:8080. */
  static void check(Path file, String address) throws IOException, InterruptedException {
    List<Example> examples = in(file);

    assertThat(examples).hasSizeGreaterThan(2);
    for (Example example : examples) {
      String output = run(example.command().replace("localhost:8080", address));

      assertThat(normal(output.replace(address, "localhost:8080")))
          .as(example.command())
          .isEqualTo(normal(example.output()));
    }
  }

  private static List<Example> in(Path file) throws IOException {
    List<Example> examples = new ArrayList<>();
    boolean inside = false;
    for (String line : Files.readAllLines(file)) {
      if (line.startsWith("```")) {
        inside = line.equals("```console");
      } else if (inside && line.startsWith("$ ")) {
        examples.add(new Example(line.substring(2), ""));
      } else if (inside) {
        Example last = examples.removeLast();
        examples.add(new Example(last.command(), last.output() + line + "\n"));
      }
    }
    return examples;
  }

  static String run(String command) throws IOException, InterruptedException {
    Process shell = new ProcessBuilder("bash", "-c", command).redirectErrorStream(true).start();
    String output = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (!shell.waitFor(60, TimeUnit.SECONDS)) {
      shell.destroyForcibly();
    }
    return output;
  }

  /** Makes ids and times alike, which differ from one run to the next. */
  private static String normal(String text) {
    return text.strip()
        .replaceAll("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", "<id>")
        .replaceAll("\"traceId\":\"[0-9a-f]{32}\"", "\"traceId\":\"<id>\"")
        .replaceAll("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z", "<time>");
  }
}

package io.github.temporalgateway.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code compose.yaml} fits the image and the settings, and opens nothing to other machines. */
class ComposeTest {

  private static final Pattern EXPOSED = Pattern.compile("(?m)^EXPOSE (.+)$");

  private final JsonNode services =
      JsonMapper.shared()
          .<JsonNode>valueToTree(new Yaml().<Object>load(read("compose.yaml")))
          .path("services");

  @Test
  void gatewayIsConfiguredByVariablesThatExist() {
    String settings = read("docs/configuration.md");

    assertThat(services.at("/gateway/environment").propertyNames())
        .isNotEmpty()
        .allSatisfy(variable -> {
          String setting = variable.toLowerCase(Locale.ROOT).replace('_', '.');
          assertThat(settings).containsAnyOf("`" + variable + "`", "`" + setting + "`");
        });
  }

  @Test
  void gatewayAndWorkerCallTheTemporalThatIsStarted() {
    assertThat(services.propertyNames()).containsOnly("temporal", "gateway", "worker");
    for (String caller : List.of("gateway", "worker")) {
      assertThat(services.path(caller).at("/environment/TEMPORAL_ADDRESS").asString())
          .isEqualTo("temporal:7233");
    }
  }

  @Test
  void portsAreThoseOfTheImageAndOfThisMachineOnly() {
    String exposed =
        EXPOSED.matcher(read("Dockerfile")).results().findFirst().orElseThrow().group(1);

    assertThat(ports("gateway"))
        .isEqualTo(
            Stream.of(exposed.split(" ", -1))
                .map(port -> "127.0.0.1:" + port + ":" + port)
                .toList());
    assertThat(ports("temporal")).allMatch(port -> port.startsWith("127.0.0.1:"));
    assertThat(ports("worker")).isEmpty();
  }

  @Test
  void whatIsBuiltIsInTheDockerfile() {
    String worker = services.at("/worker/build/target").asString();

    assertThat(services.at("/gateway/build").asString()).isEqualTo(".");
    assertThat(read("Dockerfile")).containsPattern("(?m)^FROM .+ AS " + worker + "$");
  }

  @Test
  void imagesOfOthersHaveAVersion() {
    assertThat(services.at("/temporal/image").asString()).matches("[a-z/]+:[0-9.]+");
  }

  private List<String> ports(String service) {
    return services.path(service).path("ports").valueStream().map(JsonNode::asString).toList();
  }

  private static String read(String file) {
    try {
      return Files.readString(Path.of(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package io.github.temporalgateway.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.temporalgateway.GatewayApplication;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** The picture of the modules is drawn by the code that it shows. */
class ModulePictureTest {

  private static final Path DOCUMENT = Path.of("docs/architecture.md");
  private static final Pattern PICTURE = Pattern.compile("(?s)(?<=```mermaid\n).*?(?=```)");

  @Test
  void documentShowsTheArrowsOfTheCode() throws IOException {
    String drawn = ModulePicture.of(ApplicationModules.of(GatewayApplication.class)).mermaid();
    String document = Files.readString(DOCUMENT);
    String current = PICTURE.matcher(document).replaceFirst(Matcher.quoteReplacement(drawn));
    if (Boolean.getBoolean("docs.update")) {
      Files.writeString(DOCUMENT, current);
      document = current;
    }

    assertThat(document)
        .as("draw it anew: ./mvnw test -Dtest=ModulePictureTest -Ddocs.update=true")
        .contains("```mermaid\n")
        .isEqualTo(current);
  }

  @Test
  void arrowsThatFollowAreLeftOutAndLikesShareABox() {
    Map<String, Set<String>> uses =
        Map.of(
            "a", Set.of("web", "kernel"),
            "b", Set.of("web"),
            "web", Set.of("kernel"),
            "kernel", Set.of());

    assertThat(new ModulePicture(uses).mermaid())
        .isEqualTo(
            """
            flowchart TD
              a["a<br>b"]
              kernel["kernel"]
              web["web"]
              a --> web
              web --> kernel
            """);
  }
}

package io.github.temporalgateway.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.temporalgateway.GatewayApplication;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;

/** The arrows between modules are those that each module declares and the documentation shows. */
class ModularityTests {

  private static final Path MODULE_TABLE = Path.of("docs/architecture.md");
  private static final Pattern ROW =
      Pattern.compile("^\\| `([a-z]+)` \\|[^|]*\\|([^|]*)\\|$", Pattern.MULTILINE);
  private static final Pattern NAME = Pattern.compile("`([a-z]+)`");

  private static final String ANYTHING = "anything";

  private final ApplicationModules modules = ApplicationModules.of(GatewayApplication.class);

  @Test
  void modulesUseEachOtherOnlyAsDeclared() {
    modules.verify();
  }

  @Test
  void everyModuleDeclaresWhatItMayUse() {
    assertThat(declaredDependencies())
        .as("add @ApplicationModule(allowedDependencies = {…}) to the package-info, {} for none")
        .allSatisfy((module, uses) -> assertThat(uses).as(module).doesNotContain(ANYTHING));
  }

  @Test
  void moduleTableKnowsEveryModuleAndArrow() throws IOException {
    Map<String, Set<String>> documented = documentedDependencies();

    assertThat(documented).containsKeys("problem", "workflow");
    assertThat(declaredDependencies())
        .as("%s and a package-info disagree: correct the one that is wrong", MODULE_TABLE)
        .allSatisfy((module, uses) -> {
          assertThat(documented).containsKey(module);
          assertThat(documented.get(module)).as(module).containsAll(uses);
        });
  }

  @Test
  void diagramsAreWritten() {
    new Documenter(modules).writeModulesAsPlantUml().writeIndividualModulesAsPlantUml();

    assertThat(Path.of("target/spring-modulith-docs/components.puml")).isNotEmptyFile();
  }

  private Map<String, Set<String>> declaredDependencies() {
    return modules.stream()
        .collect(
            Collectors.toMap(
                module -> module.getIdentifier().toString(),
                module -> declaredDependencies(module.getBasePackage().getName())));
  }

  private static Set<String> declaredDependencies(String packageName) {
    ApplicationModule declaration;
    try {
      declaration =
          Class.forName(packageName + ".package-info").getAnnotation(ApplicationModule.class);
    } catch (ClassNotFoundException _) {
      return Set.of(ANYTHING);
    }
    return declaration == null
        ? Set.of(ANYTHING)
        : Arrays.stream(declaration.allowedDependencies())
            .map(target -> target.equals(ApplicationModule.OPEN_TOKEN) ? ANYTHING : target)
            .map(target -> target.replaceAll("\\s*::.*", ""))
            .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Map<String, Set<String>> documentedDependencies() throws IOException {
    Map<String, Set<String>> rows = new HashMap<>();
    Matcher row = ROW.matcher(Files.readString(MODULE_TABLE));
    while (row.find()) {
      Set<String> uses = new TreeSet<>();
      NAME.matcher(row.group(2)).results().forEach(name -> uses.add(name.group(1)));
      rows.put(row.group(1), uses);
    }
    return rows;
  }
}

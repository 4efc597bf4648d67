package io.github.temporalgateway.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.EvaluationResult;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import planted.Violators;
import planted.kernel.SdkValue;

/** A rule that cannot fail says nothing: each one is shown code that breaks it. */
class ArchitectureRulesCanFailTest {

  static Stream<Arguments> violations() {
    return Stream.of(
        planted(ArchitectureRulesTest.nothingPrints, "Printing"),
        planted(ArchitectureRulesTest.dependenciesComeThroughTheConstructor, "InjectingFields"),
        planted(ArchitectureRulesTest.settingsAreNotReadOneByOne, "ReadingOneSetting"),
        planted(ArchitectureRulesTest.propertiesAreRecords, "MutableProperties"),
        planted(ArchitectureRulesTest.controllersAreNotPublic, "PublicController"),
        planted(ArchitectureRulesTest.controllersDoNotSeeTemporal, "SdkController"),
        planted(ArchitectureRulesTest.bodiesDoNotSeeTemporal, "Speaking", "GrpcBody"),
        planted(ArchitectureRulesTest.bodiesDoNotSeeTemporal, "Speaking", "Page", "ProtobufPart"),
        Arguments.of(ArchitectureRulesTest.kernelDoesNotSeeTemporal, List.of(SdkValue.class)),
        planted(ArchitectureRulesTest.failuresBecomeAnswersInOnePlace, "HandlingExceptions"),
        planted(ArchitectureRulesTest.jackson2StaysAtTheEdge, "UsingJackson2"),
        planted(ArchitectureRulesTest.bodiesHaveDifferentNames, "First$Twin", "Second$Twin"),
        planted(ArchitectureRulesTest.operationsHaveTheirOwnIds, "AnonymousOperation"),
        planted(ArchitectureRulesTest.operationsHaveTheirOwnIds, "ClashingOperations"),
        planted(ArchitectureRulesTest.handlersSayWhoMayCallThem, "DocumentedOperations"),
        planted(ArchitectureRulesTest.handlersSayWhoMayCallThem, "NamelessOperation"),
        planted(ArchitectureRulesTest.methodsAreNotSynchronized, "Locking"),
        planted(ArchitectureRulesTest.featuresAreToldTheTime, "ReadingTheClock"),
        planted(ArchitectureRulesTest.featuresAreToldTheTime, "ReferringToTheClock"),
        planted(ArchitectureRulesTest.featuresAreToldTheTime, "ReadingMillis"));
  }

  static Stream<Arguments> obedience() {
    return Stream.of(
        planted(ArchitectureRulesTest.controllersDoNotSeeTemporal, "Speaking"),
        planted(ArchitectureRulesTest.bodiesDoNotSeeTemporal, "Speaking", "Page", "Carrier"),
        planted(ArchitectureRulesTest.bodiesHaveDifferentNames, "First$Twin"),
        planted(ArchitectureRulesTest.operationsHaveTheirOwnIds, "DocumentedOperations"),
        planted(ArchitectureRulesTest.handlersSayWhoMayCallThem, "AllowedOperations"));
  }

  @ParameterizedTest(name = "{1} breaks: {0}")
  @MethodSource("violations")
  void violationIsFound(ArchRule rule, List<Class<?>> types) {
    assertThat(evaluate(rule, types).getFailureReport().getDetails()).isNotEmpty();
  }

  @ParameterizedTest(name = "{1} obeys: {0}")
  @MethodSource("obedience")
  void nearMissIsLeftAlone(ArchRule rule, List<Class<?>> types) {
    assertThat(evaluate(rule, types).getFailureReport().getDetails()).isEmpty();
  }

  @Test
  void everyRuleHasItsViolator() {
    assertThat(violations().map(arguments -> arguments.get()[0]))
        .containsAll(
            Arrays.stream(ArchitectureRulesTest.class.getDeclaredFields())
                .filter(field -> field.getType() == ArchRule.class)
                .filter(field -> Modifier.isStatic(field.getModifiers()))
                .map(ArchitectureRulesCanFailTest::valueOf)
                .toList());
  }

  private static EvaluationResult evaluate(ArchRule rule, List<Class<?>> types) {
    return rule.evaluate(new ClassFileImporter().importClasses(types));
  }

  private static Arguments planted(ArchRule rule, String... names) {
    List<Class<?>> types =
        Stream.of(names).<Class<?>>map(ArchitectureRulesCanFailTest::violator).toList();
    return Arguments.of(rule, types);
  }

  private static Class<?> violator(String name) {
    try {
      return Class.forName(Violators.class.getName() + "$" + name);
    } catch (ClassNotFoundException missing) {
      throw new IllegalStateException(missing);
    }
  }

  private static Object valueOf(Field rule) {
    try {
      return rule.get(null);
    } catch (IllegalAccessException hidden) {
      throw new IllegalStateException(hidden);
    }
  }
}

package io.github.temporalgateway.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.metaAnnotatedWith;
import static com.tngtech.archunit.lang.conditions.ArchConditions.dependOnClassesThat;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.no;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.BE_ANNOTATED_WITH_AN_INJECTION_ANNOTATION;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the compiled code of the application may not do, each with the reason. */
@AnalyzeClasses(
    packages = "io.github.temporalgateway",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureRulesTest {

  private static final DescribedPredicate<JavaClass> CONTROLLERS =
      metaAnnotatedWith(RestController.class).<JavaClass>forSubtype().as("controllers");

  private static final DescribedPredicate<JavaClass> RECORDS_AND_ENUMS =
      describe("records and enums", type -> type.isRecord() || type.isEnum());

  private static final ArchCondition<JavaClass> DEPEND_ON_TEMPORAL =
      dependOnClassesThat(
          resideInAnyPackage("io.temporal..", "io.grpc..", "com.google.protobuf.."));

  private static final DescribedPredicate<JavaAccess<?>> THE_SYSTEM_CLOCK =
      describe("the target reads the system's clock", ArchitectureRulesTest::readsTheSystemClock);

  @ArchTest
  static final ArchRule nothingPrints =
      noClasses()
          .should(ACCESS_STANDARD_STREAMS)
          .because("only a logger gives a line its level, its trace id and its JSON form")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule dependenciesComeThroughTheConstructor =
      noFields()
          .should(BE_ANNOTATED_WITH_AN_INJECTION_ANNOTATION)
          .because("a constructor shows what a class needs and lets a test pass it in")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule settingsAreNotReadOneByOne =
      noClasses()
          .should()
          .dependOnClassesThat()
          .areAssignableTo(Value.class)
          .because("a @ConfigurationProperties record validates and documents its settings")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule propertiesAreRecords =
      classes()
          .that()
          .areAnnotatedWith(ConfigurationProperties.class)
          .should()
          .beRecords()
          .because("settings do not change after the start, and @param describes each of them")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule controllersAreNotPublic =
      noClasses()
          .that(CONTROLLERS)
          .should()
          .bePublic()
          .because("no other class may call a controller: other modules call the service")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule controllersDoNotSeeTemporal =
      noClasses()
          .that(CONTROLLERS)
          .should(DEPEND_ON_TEMPORAL)
          .because("a controller binds, calls and returns: the service is who talks to Temporal")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule bodiesDoNotSeeTemporal =
      no(new Bodies())
          .that(resideOutsideOfPackage(module("payload")))
          .should(DEPEND_ON_TEMPORAL)
          .because("the wire format is ours: a feature's mapper is where records meet protobuf")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule kernelDoesNotSeeTemporal =
      noClasses()
          .that(resideInAPackage("..kernel.."))
          .should(DEPEND_ON_TEMPORAL)
          .because("the kernel's values belong to HTTP and to Temporal alike, so to neither")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule failuresBecomeAnswersInOnePlace =
      noMethods()
          .that()
          .areDeclaredInClassesThat()
          .resideOutsideOfPackage(module("problem"))
          .should()
          .beMetaAnnotatedWith(ExceptionHandler.class)
          .because("bodies of errors drift apart as soon as two classes write them")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule jackson2StaysAtTheEdge =
      noClasses()
          .that()
          .resideOutsideOfPackages(module("payload"), module("connection"), module("openapi"))
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.fasterxml.jackson.databind..")
          .because("HTTP speaks Jackson 3 (tools.jackson); only the SDK and swagger-core need 2")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule bodiesHaveDifferentNames =
      classes()
          .that(RECORDS_AND_ENUMS)
          .should(new HaveUniqueSimpleName())
          .because("springdoc merges two types of the same simple name into one schema, silently")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule operationsHaveTheirOwnIds =
      methods()
          .that()
          .areMetaAnnotatedWith(RequestMapping.class)
          .and()
          .areDeclaredInClassesThat(CONTROLLERS)
          .and()
          .areNotAnnotatedWith(Hidden.class)
          .and()
          .areDeclaredInClassesThat()
          .areNotAnnotatedWith(Hidden.class)
          .should(new HaveUniqueOperationId())
          .because("generated clients take the names of their methods from it")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule handlersSayWhoMayCallThem =
      methods()
          .that()
          .areMetaAnnotatedWith(RequestMapping.class)
          .and()
          .areDeclaredInClassesThat(CONTROLLERS)
          .and()
          .areDeclaredInClassesThat()
          .resideOutsideOfPackage(module("problem"))
          .should(new SayWhoMayCall())
          .because("a route that forgets it is closed, and only the manual is open to all")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule methodsAreNotSynchronized =
      noMethods()
          .should()
          .haveModifier(JavaModifier.SYNCHRONIZED)
          .because("a ReentrantLock can give up waiting and be interrupted; a monitor cannot")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule featuresAreToldTheTime =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              modules(
                  "problem",
                  "kernel",
                  "payload",
                  "connection",
                  "security",
                  "web",
                  "observability",
                  "openapi"))
          .should()
          .accessTargetWhere(THE_SYSTEM_CLOCK)
          .because("a test sets the time through an injected java.time.InstantSource")
          .allowEmptyShould(true);

  private static boolean readsTheSystemClock(JavaAccess<?> access) {
    String owner = access.getTargetOwner().getName();
    String name = access.getName();
    return switch (owner) {
      case "java.lang.System" -> name.equals("currentTimeMillis");
      case "java.time.Clock", "java.time.InstantSource" -> name.startsWith("system");
      default -> owner.startsWith("java.time.") && name.equals("now");
    };
  }

  private static String module(String name) {
    return "io.github.temporalgateway." + name + "..";
  }

  private static String[] modules(String... names) {
    return Stream.of(names).map(ArchitectureRulesTest::module).toArray(String[]::new);
  }
}

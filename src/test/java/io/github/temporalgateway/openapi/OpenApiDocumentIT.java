package io.github.temporalgateway.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.temporalgateway.openapi.ApiDocument.Op;
import io.github.temporalgateway.problem.ProblemCode;
import io.github.temporalgateway.testing.RealGateway;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The document is the one in the repository, and is complete. */
class OpenApiDocumentIT extends RealGateway {

  private static final Path COMMITTED = Path.of("openapi.yaml");
  private static final String UPDATE = "openapi.update";
  private static final Set<String> VERBS =
      Set.of(
          "backfill",
          "cancel",
          "complete",
          "count",
          "create",
          "decode",
          "delete",
          "describe",
          "diagnose",
          "encode",
          "fail",
          "follow",
          "get",
          "heartbeat",
          "list",
          "pause",
          "poll",
          "query",
          "replace",
          "reset",
          "signal",
          "start",
          "stop",
          "stream",
          "terminate",
          "trigger",
          "unpause",
          "update",
          "validate");

  private ApiDocument document;

  @BeforeEach
  void read() {
    document = ApiDocument.of(gateway);
  }

  @Test
  void committedDocumentIsTheServedOne() throws IOException {
    String served = gateway.get("/v3/api-docs.yaml").is(200).text();

    if (Boolean.getBoolean(UPDATE)) {
      Files.writeString(COMMITTED, served);
    }

    assertThat(COMMITTED)
        .as(
            """
            The API has changed, and openapi.yaml has not. If the change is meant, write it with
              ./mvnw verify -Dopenapi.update=true -Dit.test=OpenApiDocumentIT -Dtest=None \
            -Dsurefire.failIfNoSpecifiedTests=false
            and look at the difference.\
            """)
        .hasContent(served);
  }

  @Test
  void documentIsTheSameEachTime() {
    String first = gateway.get("/v3/api-docs.yaml").text();

    String other = gateway.get("/v3/api-docs.yaml", "Accept-Language", "de").text();

    assertThat(other).isEqualTo(first).startsWith("openapi: 3.1.");
  }

  @Test
  void operationIdsAreUniqueVerbNouns() {
    List<String> ids = document.operations().stream().map(Op::id).toList();

    assertThat(ids)
        .doesNotHaveDuplicates()
        .allSatisfy(id -> {
          assertThat(id).matches("[a-z]+([A-Z][a-z]+)+");
          assertThat(VERBS).contains(id.split("[A-Z]", 2)[0]);
        });
  }

  @Test
  void operationsInNamespaceMirrorThoseAtTheRoot() {
    Map<String, String> ids =
        document.operations().stream().collect(Collectors.toMap(Op::toString, Op::id));

    ids.forEach((operation, id) -> {
      String root = operation.replaceFirst("/namespaces/\\{namespace}", "");
      if (!root.equals(operation) && ids.containsKey(root)) {
        assertThat(id).isEqualTo(ids.get(root) + "InNamespace");
      }
    });
    assertThat(ids).containsValues("startWorkflow", "startWorkflowInNamespace");
  }

  @Test
  void operationsSayWhatTheyDoAndHowTheyEnd() {
    assertThat(document.operations())
        .allSatisfy(operation -> {
          assertThat(operation.node().path("summary").asString("")).isNotBlank();
          assertThat(operation.node().path("description").asString("")).isNotBlank();
          assertThat(operation.node().path("tags")).isNotEmpty();
          JsonNode responses = operation.node().get("responses");
          assertThat(responses.propertyNames()).anyMatch(status -> status.startsWith("2"));
          responses
              .properties()
              .forEach(response -> isComplete(response.getKey(), response.getValue()));
        });
  }

  private void isComplete(String status, JsonNode reference) {
    JsonNode response = document.resolve(reference);
    assertThat(response.path("description").asString("")).isNotBlank().isNotEqualTo("OK");
    if (status.compareTo("400") >= 0) {
      JsonNode body = response.at("/content/application~1problem+json");
      assertThat(body.at("/schema/$ref").asString("")).isEqualTo("#/components/schemas/Problem");
      body.get("examples")
          .properties()
          .forEach(example -> {
            JsonNode value = document.resolve(example.getValue()).get("value");
            assertThat(value.get("status").asString()).isEqualTo(status);
            assertThat(value.get("code").asString()).isEqualTo(example.getKey());
          });
    }
  }

  @Test
  void everyBodyHasAnExampleAndEveryExecutionALink() {
    assertThat(document.operations())
        .allSatisfy(operation -> {
          Stream.concat(
                  Stream.of(operation.node().path("requestBody")),
                  operation.node().get("responses").properties().stream()
                      .filter(response -> response.getKey().startsWith("2"))
                      .map(Map.Entry::getValue))
              .map(body -> body.path("content"))
              .filter(content -> !content.isMissingNode())
              .forEach(content ->
                  assertThat(content.valueStream()).anyMatch(body -> body.has("examples")));
          if (operation.ofExecution() && !operation.method().equals("delete")) {
            assertThat(operation.node().get("responses").valueStream())
                .anyMatch(response -> response.has("links"));
          }
        });
  }

  @Test
  void parametersAreThoseThatARequestHas() {
    assertThat(document.operations())
        .allSatisfy(operation -> {
          List<JsonNode> parameters =
              operation.node().path("parameters").valueStream().map(document::resolve).toList();
          assertThat(parameters)
              .allSatisfy(parameter -> {
                assertThat(parameter.path("description").asString(""))
                    .as(parameter.toString())
                    .isNotBlank();
                assertThat(parameter.get("name").asString())
                    .isNotIn("ref", "links", "caller", "Accept");
              });
          long inPath =
              parameters.stream().filter(p -> p.get("in").asString().equals("path")).count();
          assertThat(inPath).isEqualTo(operation.path().chars().filter(c -> c == '{').count());
        });
  }

  /** Swagger UI sends each example, and nobody wants to send what nobody has typed. */
  @Test
  void optionalParametersAreNotPrefilledButTheWaitOfAStart() {
    List<String> prefilled =
        document.operations().stream()
            .flatMap(operation ->
                operation
                    .node()
                    .path("parameters")
                    .valueStream()
                    .map(document::resolve)
                    .filter(parameter -> !parameter.path("required").asBoolean(false))
                    .filter(parameter -> parameter.has("example") || parameter.has("examples"))
                    .map(parameter -> operation.id() + " " + parameter.get("name").asString()))
            .toList();

    assertThat(prefilled)
        .containsExactlyInAnyOrder("startWorkflow Prefer", "startWorkflowInNamespace Prefer");
  }

  @Test
  void schemasAreNamedAndSpelledAsTheApiIs() {
    assertThat(document.components("schemas"))
        .isNotEmpty()
        .allSatisfy(schema -> {
          assertThat(schema.getKey()).matches("([A-Z][a-z]+)+").doesNotContain("Node", "Object");
          assertThat(schema.getValue().path("description").asString("")).isNotBlank();
          assertThat(schema.getValue().path("properties").properties())
              .allSatisfy(property -> {
                assertThat(property.getKey()).matches("[a-z]+([A-Z][a-z]+)*");
                assertThat(property.getValue().path("description").asString(""))
                    .as(schema.getKey() + "." + property.getKey())
                    .isNotBlank()
                    .doesNotContain("<code>", "{@");
              });
        });
    assertThat(document.components("schemas").stream().map(Map.Entry::getKey))
        .doesNotContain("ExecutionRef", "Wait", "Links", "IdempotencyKey", "CallerHeaders");
  }

  @Test
  void everyReferenceLeadsSomewhereAndEveryDefinitionIsUsed() {
    Set<String> references =
        document
            .nodes()
            .filter(node -> node.has("$ref"))
            .map(node -> node.get("$ref").asString())
            .collect(Collectors.toSet());

    assertThat(references).allMatch(ref -> !document.root().at(ref.substring(1)).isMissingNode());
    Stream.of("schemas", "parameters", "headers", "responses", "examples")
        .forEach(kind ->
            assertThat(document.components(kind))
                .allSatisfy(definition ->
                    assertThat(references)
                        .contains("#/components/" + kind + "/" + definition.getKey())));
  }

  @Test
  void valuesThatMayGrowAreNoClosedEnums() {
    JsonNode code = document.root().at("/components/schemas/Problem/properties/code");

    assertThat(code.has("enum")).isFalse();
    assertThat(code.get("x-extensible-enum").valueStream().map(JsonNode::asString))
        .containsExactlyElementsOf(
            Arrays.stream(ProblemCode.values()).map(ProblemCode::code).toList());
    assertThat(document.nodes().filter(node -> node.has("enum")))
        .allSatisfy(node ->
            assertThat(node.get("enum").valueStream().map(JsonNode::asString))
                .allMatch(value -> value.matches("[A-Z]+(_[A-Z]+)*")));
  }

  @Test
  void membersThatAreAlwaysThereAreRequired() {
    JsonNode schemas = document.root().at("/components/schemas");

    assertThat(names(schemas.at("/StartWorkflowRequest/required"))).containsExactly("workflowType");
    assertThat(names(schemas.at("/WorkflowHandle/required")))
        .containsExactly("links", "namespace", "runId", "started", "status", "workflowId");
    assertThat(schemas.at("/JsonValue").propertyNames()).containsExactly("description");
  }

  @Test
  void requestsRefuseUnknownMembersAndAnswersMayGrow() {
    JsonNode schemas = document.root().at("/components/schemas");

    assertThat(closed(schemas))
        .contains("StartWorkflowRequest", "StartSignal", "CreateScheduleRequest");
    assertThat(closed(schemas)).doesNotContain("WorkflowHandle", "Problem", "Failure");
  }

  private static List<String> closed(JsonNode schemas) {
    return schemas.properties().stream()
        .filter(schema -> !schema.getValue().path("additionalProperties").asBoolean(true))
        .map(Map.Entry::getKey)
        .toList();
  }

  private static List<String> names(JsonNode array) {
    return array.valueStream().map(JsonNode::asString).toList();
  }
}

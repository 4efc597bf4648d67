package io.github.temporalgateway.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.temporalgateway.testing.GatewayClient.Answer;
import io.github.temporalgateway.testing.RealGateway;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A start whose body is wrong is refused in the caller's own terms, and starts nothing. */
class BadBodyIT extends RealGateway {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "null",
        "{",
        "{'workflowType':'Nothing','taskQueue':'samples'",
        "{'workflowType':'Nothing','taskQueue':'samples'} trailing",
        "{'workflowType':'Nothing','taskQueue':'samples'}{}",
        "{workflowType:1}",
        "{'workflowType':'Nothing','taskQueue':'samples',}",
        "{'workflowType':'Nothing','taskQueue':'samples','input':NaN}",
        "{'workflowType':'Nothing','taskQueue':'samples','input':01}",
        "{'workflowType':'Nothing','taskQueue':'samples','input':'\t'}",
        "{'workflowType':'Nothing','taskQueue':'samples','workflowType':'Nothing'}",
        "{'workflowType':'Nothing','taskQueue':'samples','input':{'a':1,'a':2}}",
        "{'workflowType':'Nothing','taskQueue':'samples','args':[[{'b':{'a':1,'a':2}}]]}",
        "{'workflowType':'Nothing','taskQueue':'samples','memo':{'a':1,'a':2}}"
      })
  void malformedJsonIsRefused(String body) {
    gateway.post("/workflows", body.replace('\'', '"')).isProblem(400, "malformed-request");
  }

  @Test
  void malformedJsonIsLocated() {
    Answer answer = gateway.post("/workflows", "{\n  \"workflowType\": oops}");

    assertThat(answer.isProblem(400, "malformed-request").at("/detail"))
        .contains("line 2", "column");
    assertThat(gateway.post("/workflows", "{\"a\":1,\n\"a\":2}").at("/detail"))
        .contains("same member name twice", "line 2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "'text'", "7", "true", "[{}]"})
  void bodyThatIsNoObjectIsRefused(String body) {
    Answer answer = gateway.post("/workflows", body.replace('\'', '"'));

    answer.isProblem(422, "validation");
    assertThat(answer.json().at("/errors/0").has("pointer")).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          'unknown':1                                    | /unknown                              | no such member
          'Input':1                                      | /Input                                | Known: args
          'retryPolicy':{'un/k~nown':1}                  | /retryPolicy/un~1k~0nown              | no such member
          'priority':{'x':1}                             | /priority/x                           | priorityKey
          'versioningOverride':{'pinned':{'x':1}}        | /versioningOverride/pinned/x          | buildId
          'workflowId':7                                 | /workflowId                           | string
          'workflowId':true                              | /workflowId                           | string
          'workflowId':{}                                | /workflowId                           | string
          'summary':['x']                                | /summary                              | string
          'retryPolicy':{'maximumAttempts':'5'}          | /retryPolicy/maximumAttempts          | whole number
          'retryPolicy':{'maximumAttempts':5.0}          | /retryPolicy/maximumAttempts          | whole number
          'retryPolicy':{'maximumAttempts':''}           | /retryPolicy/maximumAttempts          | whole number
          'retryPolicy':{'maximumAttempts':99999999999}  | /retryPolicy/maximumAttempts          | range
          'retryPolicy':{'maximumAttempts':-1}           | /retryPolicy/maximumAttempts          | 0
          'retryPolicy':{'backoffCoefficient':'2'}       | /retryPolicy/backoffCoefficient       | number
          'retryPolicy':{'backoffCoefficient':'NaN'}     | /retryPolicy/backoffCoefficient       | number
          'priority':{'fairnessWeight':'NaN'}            | /priority/fairnessWeight              | number
          'retryPolicy':{'backoffCoefficient':0.5}       | /retryPolicy/backoffCoefficient       | 1.0
          'retryPolicy':{'backoffCoefficient':1e400}     | /retryPolicy/backoffCoefficient       | 1000000
          'retryPolicy':{'nonRetryableErrorTypes':'x'}   | /retryPolicy/nonRetryableErrorTypes   | array
          'retryPolicy':{'nonRetryableErrorTypes':[1]}   | /retryPolicy/nonRetryableErrorTypes/0 | string
          'retryPolicy':{'nonRetryableErrorTypes':[null]}| /retryPolicy/nonRetryableErrorTypes/0 | null
          'retryPolicy':[]                               | /retryPolicy                          | object
          'retryPolicy':''                               | /retryPolicy                          | object
          'versioningOverride':{'autoUpgrade':'true'}    | /versioningOverride/autoUpgrade       | true or false
          'versioningOverride':{'autoUpgrade':1}         | /versioningOverride/autoUpgrade       | true or false
          'versioningOverride':{}                        | /versioningOverride                   | either
          'versioningOverride':{'pinned':{}}             | /versioningOverride/pinned/buildId    | blank
          'priority':{'fairnessWeight':0}                | /priority/fairnessWeight              | 0.001
          'priority':{'fairnessWeight':1e40}             | /priority/fairnessWeight              | 1000
          'idReusePolicy':'SOMETIMES'                    | /idReusePolicy                        | REJECT_DUPLICATE
          'idReusePolicy':'reject_duplicate'             | /idReusePolicy                        | REJECT_DUPLICATE
          'idReusePolicy':1                              | /idReusePolicy                        | REJECT_DUPLICATE
          'idReusePolicy':''                             | /idReusePolicy                        | REJECT_DUPLICATE
          'idConflictPolicy':[]                          | /idConflictPolicy                     | USE_EXISTING
          'executionTimeout':30                          | /executionTimeout                     | PT30S
          'executionTimeout':''                          | /executionTimeout                     | PT30S
          'runTimeout':'soon'                            | /runTimeout                           | PT30S
          'taskTimeout':'P1Y'                            | /taskTimeout                          | PT30S
          'startDelay':'PT-5S'                           | /startDelay                           | PT30S
          'startDelay':'-5s'                             | /startDelay                           | PT30S
          'startDelay':{}                                | /startDelay                           | PT30S
          'retryPolicy':{'initialInterval':1}            | /retryPolicy/initialInterval          | PT30S
          'memo':[]                                      | /memo                                 | object
          'headers':'x'                                  | /headers                              | object
          'args':{}                                      | /args                                 | array
          'input':1,'args':[2]                           | /input                                | not both
          'input':null,'args':[]                         | /input                                | not both
          'input':{'$payload':{'data':'!!'}}             | /input                                | base64
          'args':[1,{'$payload':7}]                      | /args/1                               | base64
          'memo':{'a/b':{'$payload':{},'x':1}}           | /memo/a~1b                            | base64
          'headers':{'h':{'$payload':{'x':1}}}           | /headers/h                            | base64
          """)
  void wrongMemberIsPointedTo(String members, String pointer, String detail) {
    Answer answer = gateway.post("/workflows", start("Nothing", members));

    answer.isProblem(422, "validation");
    assertThat(answer.at("/errors/0/pointer")).isEqualTo(pointer);
    assertThat(answer.at("/errors/0/detail")).contains(detail);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          'Nope':'x'                                            | /Nope          | CustomBool, CustomDouble, CustomInt, CustomKeyword
          'a/b~c':1                                             | /a~1b~0c       | CustomKeyword
          'CustomKeyword':1                                     | /CustomKeyword | Keyword
          'CustomText':['x']                                    | /CustomText    | Text
          'CustomInt':'1'                                       | /CustomInt     | Int
          'CustomInt':1.5                                       | /CustomInt     | Int
          'CustomInt':99999999999999999999                      | /CustomInt     | Int
          'CustomDouble':'1'                                    | /CustomDouble  | Double
          'CustomDouble':1e400                                  | /CustomDouble  | Double
          'CustomBool':'true'                                   | /CustomBool    | Bool
          'CustomTime':'yesterday'                              | /CustomTime    | Datetime
          'CustomTime':1700000000                               | /CustomTime    | Datetime
          'CustomList':'x'                                      | /CustomList    | KeywordList
          'CustomList':[1]                                      | /CustomList    | KeywordList
          'CustomKeyword':{}                                    | /CustomKeyword | Keyword, Int
          'CustomKeyword':{'type':'Keyword'}                    | /CustomKeyword | Keyword, Int
          'CustomKeyword':{'value':'x'}                         | /CustomKeyword | Keyword, Int
          'CustomKeyword':{'type':'Nope','value':'x'}           | /CustomKeyword | Keyword, Int
          'CustomKeyword':{'type':'Int','value':'x'}            | /CustomKeyword | Int
          'CustomKeyword':{'type':'Keyword','value':'x','y':1}  | /CustomKeyword | Keyword, Int
          """)
  void wrongSearchAttributeIsPointedTo(String attribute, String pointer, String detail) {
    Answer answer =
        gateway.post("/workflows", start("Nothing", "'searchAttributes':{" + attribute + "}"));

    answer.isProblem(422, "validation");
    assertThat(answer.at("/errors/0/pointer")).isEqualTo("/searchAttributes" + pointer);
    assertThat(answer.at("/errors/0/detail")).contains(detail);
  }

  @Test
  void allWrongMembersAreListedAtOnce() {
    Answer answer =
        gateway.post(
            "/workflows",
            "{\"priority\":{\"priorityKey\":-1},\"retryPolicy\":{\"maximumAttempts\":-1}}");

    answer.isProblem(422, "validation");
    assertThat(answer.json().at("/errors").findValuesAsString("pointer"))
        .containsExactly("/priority/priorityKey", "/retryPolicy/maximumAttempts", "/workflowType");
    assertThat(answer.at("/detail")).isEqualTo("The request has 3 errors.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          'taskQueue':'samples'                       | /workflowType | blank
          'workflowType':'','taskQueue':'samples'     | /workflowType | blank
          'workflowType':null,'taskQueue':'samples'   | /workflowType | blank
          'workflowType':'a\\nb','taskQueue':'samples'| /workflowType | control
          'workflowType':'Nothing'                    | /taskQueue    | gateway.defaults.task-queue
          'workflowType':'Nothing','taskQueue':''     | /taskQueue    | gateway.defaults.task-queue
          """)
  void typeAndTaskQueueAreRequired(String members, String pointer, String detail) {
    Answer answer = gateway.post("/workflows", ("{" + members + "}").replace('\'', '"'));

    answer.isProblem(422, "validation");
    assertThat(answer.at("/errors/0/pointer")).isEqualTo(pointer);
    assertThat(answer.at("/errors/0/detail")).contains(detail);
  }

  @ParameterizedTest
  @CsvSource({
    "'', empty",
    "a\\nb, control",
    "a\\u0000b, control",
    "a\\u007fb, control",
    "a\\ud800b, surrogate",
    "a\\udc00, surrogate"
  })
  void idThatCannotBeOneIsRefused(String id, String detail) {
    Answer answer = gateway.post("/workflows", start("Nothing", "'workflowId':'" + id + "'"));

    answer.isProblem(422, "validation");
    assertThat(answer.at("/errors/0/pointer")).isEqualTo("/workflowId");
    assertThat(answer.at("/errors/0/detail")).contains(detail);
  }

  @Test
  void idMayHaveThousandBytesAndNotOneMore() {
    String longest = "ü".repeat(400) + "x".repeat(164) + id("");
    gateway
        .post("/workflows", start("Nothing", "'workflowId':'" + longest.substring(1) + "x'"))
        .is(201);

    for (String id : new String[] {"x".repeat(1001), "ü".repeat(501)}) {
      gateway
          .post("/workflows", start("Nothing", "'workflowId':'" + id + "'"))
          .isProblem(422, "validation");
    }
  }

  @Test
  void whatOnlyTemporalCanKnowIsRefusedByTemporal() {
    for (String members :
        new String[] {
          "'cronSchedule':'never'",
          "'retryPolicy':{'initialInterval':'10s','maximumInterval':'1s'}",
          "'searchAttributes':{'NotThere':{'type':'Keyword','value':'x'}}",
          "'cronSchedule':'* * * * *','startDelay':'5s'"
        }) {
      Answer answer = gateway.post("/workflows", start("Nothing", members));

      answer.isProblem(422, "invalid-argument");
      assertThat(answer.at("/grpcStatus")).isEqualTo("INVALID_ARGUMENT");
    }
  }

  @Test
  void payloadOverTheLimitOfTheNamespaceIsTooLarge() {
    String large = "'" + "x".repeat(2 * 1024 * 1024) + "'";

    gateway
        .post("/workflows", start("Nothing", "'input':" + large))
        .isProblem(413, "payload-too-large");
    gateway
        .post("/workflows", start("Nothing", "'memo':{'m':" + large + "}"))
        .isProblem(413, "payload-too-large");
  }

  @Test
  void bodyOverTheLimitOfTheGatewayIsTooLarge() {
    byte[] body =
        start("Nothing", "'input':'" + "x".repeat(4 * 1024 * 1024) + "'")
            .getBytes(StandardCharsets.UTF_8);

    gateway.post("/workflows", body).isProblem(413, "payload-too-large");
    gateway
        .postChunked("/workflows", new ByteArrayInputStream(body))
        .isProblem(413, "payload-too-large");
  }

  @Test
  void chunkedBodyIsReadLikeAnyOther() {
    byte[] body = start("Nothing").getBytes(StandardCharsets.UTF_8);

    gateway.postChunked("/workflows", new ByteArrayInputStream(body)).is(201);
  }

  @Test
  void deepJsonIsRefusedBeforeItCostsAnything() {
    for (String deep : new String[] {"[".repeat(100_000), "{'a':".repeat(100_000)}) {
      Answer answer = gateway.post("/workflows", start("Nothing", "'input':" + deep));

      assertThat(answer.isProblem(400, "malformed-request").at("/detail")).contains("deep");
    }
  }

  @Test
  void bodyIsUtf8AndNothingElse() {
    String body = start("Nothing", "'input':'ü'");
    Stream.of(
            body.getBytes(StandardCharsets.ISO_8859_1),
            body.getBytes(StandardCharsets.UTF_16),
            body.getBytes(StandardCharsets.UTF_16LE),
            body.getBytes(StandardCharsets.UTF_16BE),
            start("Nothing", "'input':'\u0001'")
                .replace('\u0001', '\u0000')
                .getBytes(StandardCharsets.UTF_8))
        .forEach(bytes -> gateway.post("/workflows", bytes).isProblem(400, "malformed-request"));
  }

  @Test
  void byteOrderMarkIsSkipped() {
    String id = id("bom");
    byte[] body =
        start("Echo", "'workflowId':'" + id + "'", "'input':{'ü':1}")
            .getBytes(StandardCharsets.UTF_8);
    byte[] marked = new byte[body.length + 3];
    System.arraycopy(new byte[] {(byte) 0xef, (byte) 0xbb, (byte) 0xbf}, 0, marked, 0, 3);
    System.arraycopy(body, 0, marked, 3, body.length);

    gateway.post("/workflows", marked).is(201);

    assertThat(gateway.get("/workflows/" + id + "/result?wait=10").is(200).text())
        .isEqualTo("{\"ü\":1}");
  }

  @Test
  void nothingOfTheGatewaysInsideShowsInAProblem() {
    Answer answer =
        gateway.post(
            "/workflows",
            "{\"x\":1}",
            "traceparent",
            "00-" + "ab".repeat(16) + "-" + "cd".repeat(8) + "-01");

    answer.isProblem(422, "validation");
    assertThat(answer.at("/instance")).isEqualTo("/workflows");
    assertThat(answer.at("/traceId")).isEqualTo("ab".repeat(16));
    assertThat(answer.at("/hint")).isNotEmpty();
    assertThat(answer.at("/retryable")).isEqualTo("false");
    assertThat(gateway.get(answer.at("/type")).is(200).at("/code")).isEqualTo("validation");
    assertThat(Arrays.asList("StartWorkflowRequest", "java.", "jackson"))
        .noneMatch(answer.text()::contains);
  }
}

package io.github.temporalgateway.connection.credentials;

import static io.github.temporalgateway.connection.credentials.RefusedStart.refused;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Settings of a connection that contradict each other or cannot work end the start. */
@ExtendWith(OutputCaptureExtension.class)
class ConnectionMistakesTest {

  private static final String BUNDLE = "gateway.temporal.ssl-bundle=b";

  @TempDir private static Path folder;

  @Test
  void addressesOfCloudAskForMore(CapturedOutput output) throws IOException {
    String cloud = "spring.temporal.connection.target=a.b.tmprl.cloud:7233";
    Path key = Files.writeString(folder.resolve("key"), "key\n");
    refused(output, "spring.temporal.namespace names the Namespace 'default', but", cloud);
    refused(
        output,
        "gateway.namespaces.allow names the Namespace 'orders', but Temporal Cloud knows",
        cloud,
        "spring.temporal.namespace=a.b",
        "gateway.namespaces.allow=c.b,orders");
    refused(
        output, "neither a client certificate nor an API", cloud, "spring.temporal.namespace=a.b");
    refused(
        output,
        "spring.temporal.connection.target is eu-west-1.aws.api.temporal.io:7233, which asks for",
        "spring.temporal.connection.target=eu-west-1.aws.api.temporal.io:7233");
    refused(
        output,
        "An API key is set for a.b.tmprl.cloud:7233, but TLS is off",
        cloud,
        "spring.temporal.namespace=a.b",
        "spring.temporal.connection.enable-https=false",
        "gateway.temporal.api-key-file=" + key);
    refused(output, "TLS is off", "TEMPORAL_API_KEY=key", "TEMPORAL_TLS=false");
    refused(output, "which is no address", "spring.temporal.connection.target=local");
  }

  @Test
  void oneThingIsNotSaidTwice(CapturedOutput output) throws IOException {
    Path key = Files.writeString(folder.resolve("key"), "key\n");
    refused(
        output,
        "Both gateway.temporal.api-key-file and spring.temporal.connection.api-key are set.",
        "gateway.temporal.api-key-file=" + key,
        "spring.temporal.connection.api-key=key");
    refused(
        output,
        "Both gateway.temporal.ssl-bundle and spring.temporal.connection.mtls are set.",
        BUNDLE,
        "spring.temporal.connection.mtls.key-file=x");
  }

  @Test
  void furtherConnections(CapturedOutput output) {
    String target = "gateway.connections.eu.target=eu.example:7233";
    String namespaces = "gateway.connections.eu.namespaces=orders";
    refused(output, "gateway.connections.eu.namespaces is empty", target);
    refused(
        output,
        "There is no setting gateway.connections.eu.traget.",
        "gateway.connections.eu.traget=eu.example:7233",
        namespaces);
    refused(output, "gateway.connections.eu.target is ''", namespaces);
    refused(
        output,
        "The connections default and eu both name the Namespace 'orders'.",
        target,
        namespaces,
        "gateway.namespaces.allow=orders");
    refused(
        output,
        "gateway.connections.default has the name of the default connection.",
        "gateway.connections.default.target=eu.example:7233");
    refused(
        output,
        "gateway.connections.eu.namespaces names the Namespace 'orders', but Temporal Cloud knows",
        "gateway.connections.eu.target=a.b.tmprl.cloud:7233",
        "gateway.connections.eu.ssl-bundle=system",
        namespaces);
    refused(
        output,
        "gateway.connections.eu.api-key-file names the file /nowhere/key, which does not exist.",
        target,
        namespaces,
        "gateway.connections.eu.api-key-file=/nowhere/key");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "gateway.temporal.server-name=temporal.test",
        "spring.temporal.connection.mtls.server-name=temporal.test",
        "spring.temporal.connection.mtls.insecure-trust-manager=true",
        "gateway.connections.eu.server-name=temporal.test"
      })
  void partsOfTlsWithoutTls(String setting, CapturedOutput output) {
    refused(
        output,
        setting.replaceFirst("=.*", "") + " is set, but TLS is off.",
        setting,
        "gateway.connections.eu.target=eu.example:7233",
        "gateway.connections.eu.namespaces=orders");
  }

  @Test
  void partsOfTlsInVariablesTurnItOnUnlessItIsOff(CapturedOutput output) {
    String name = "TEMPORAL_TLS_SERVER_NAME=temporal.test";
    String off = "spring.temporal.connection.enable-https=false";
    refused(output, "TEMPORAL_TLS_SERVER_NAME is set, but TLS is off.", name, off);
    refused(
        output,
        "gateway.temporal.server-name is set, but TLS is off.",
        "gateway.temporal.server-name=temporal.test",
        name,
        off);
    // Nothing is wrong with TLS here, so that the next rule is what refuses.
    refused(
        output,
        "neither a client certificate nor an API",
        name,
        "spring.temporal.connection.target=a.b.tmprl.cloud:7233",
        "spring.temporal.namespace=a.b");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0s", "-1s", "999ms"})
  void readingFilesWithoutAPause(String every, CapturedOutput output) {
    refused(
        output,
        "gateway.temporal.reload-every is " + DurationStyle.detectAndParse(every),
        "gateway.temporal.reload-every=" + every);
  }

  @Test
  void keepAliveThatTemporalRefuses(CapturedOutput output) {
    refused(
        output,
        "gateway.temporal.channel.keep-alive-time is PT5S, for which Temporal ends connections.",
        "gateway.temporal.channel.keep-alive-time=5s");
  }
}

package io.github.temporalgateway.connection.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.temporalgateway.testing.TestCertificates;
import io.grpc.ConnectivityState;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.ssl.DefaultSslBundleRegistry;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/** Who else listens to an SSL bundle can neither delay nor end the renewal of credentials. */
class CredentialsWatchTest {

  private static final String JKS = "spring.ssl.bundle.jks.b.keystore.";
  private static final String RELOADS = "gateway.temporal.credentials.reloads";

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void listenerThatFailsChangesNothing(boolean error) throws IOException {
    TestCertificates certificates = new TestCertificates(folder, "ca").client("a").client("b");
    AtomicInteger told = new AtomicInteger();
    Consumer<SslBundle> listener =
        _ -> {
          told.incrementAndGet();
          if (error) {
            throw new AssertionError("as a class that is missing");
          }
          throw new IllegalStateException("as a broken listener");
        };
    holds(certificates, "a");
    try (ServerSocket silent = new ServerSocket(0, 9, InetAddress.getLoopbackAddress())) {
      StandardEnvironment environment = environment("127.0.0.1:" + silent.getLocalPort());
      ConfiguredServices configured = new ConfiguredServices(environment, InstantSource.system());
      WorkflowServiceStubs stubs =
          WorkflowServiceStubs.newServiceStubs(
              configured
                  .byDefault()
                  .applyTo(
                      WorkflowServiceStubsOptions.newBuilder()
                          .setTarget(configured.byDefault().settings().target()))
                  .build());
      TemporalServices services = new TemporalServices(configured, stubs);
      DefaultSslBundleRegistry registry =
          new DefaultSslBundleRegistry("b", SslBundle.systemDefault());
      registry.addBundleUpdateHandler("b", listener);
      SimpleMeterRegistry meters = new SimpleMeterRegistry();
      CredentialsWatch watch =
          new CredentialsWatch(
              services,
              environment,
              registry,
              meters,
              InstantSource.system(),
              new ServiceProperties(null, null, null, Map.of(), false, Duration.ofMillis(50)));
      watch.start();
      try {
        for (String next : new String[] {"b", "a"}) {
          int before = told.get();
          awaitState(stubs, ConnectivityState.CONNECTING, true);
          holds(certificates, next);
          awaitState(stubs, ConnectivityState.IDLE, false);
          await().atMost(Duration.ofSeconds(30)).until(() -> told.get() > before);
        }
        assertThat(meters.counter(RELOADS, "connection", "default", "outcome", "success").count())
            .isEqualTo(2);
      } finally {
        watch.stop();
        services.destroy();
        stubs.shutdownNow();
      }
    }
  }

  private static void awaitState(
      WorkflowServiceStubs stubs, ConnectivityState state, boolean connect) {
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> stubs.getRawChannel().getState(connect) == state);
  }

  /** At once, so that no round reads half a file. */
  private void holds(TestCertificates certificates, String alias) throws IOException {
    Path half = folder.resolve("half");
    Files.copy(certificates.keystore(alias, "PKCS12"), half, StandardCopyOption.REPLACE_EXISTING);
    Files.move(half, folder.resolve("store"), StandardCopyOption.ATOMIC_MOVE);
  }

  private StandardEnvironment environment(String target) {
    StandardEnvironment environment = new StandardEnvironment();
    environment
        .getPropertySources()
        .addFirst(
            new MapPropertySource(
                "test",
                Map.of(
                    "spring.temporal.connection.target",
                    target,
                    "gateway.temporal.ssl-bundle",
                    "b",
                    JKS + "type",
                    "PKCS12",
                    JKS + "password",
                    TestCertificates.PASSWORD,
                    JKS + "location",
                    folder.resolve("store").toString())));
    return environment;
  }
}

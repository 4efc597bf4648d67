package io.github.temporalgateway.connection.service;

import io.github.temporalgateway.problem.GatewayException;
import io.github.temporalgateway.problem.GrpcTranslator;
import io.github.temporalgateway.problem.ProblemCode;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.MetadataUtils;
import io.temporal.api.workflowservice.v1.DescribeNamespaceRequest;
import io.temporal.api.workflowservice.v1.GetSystemInfoRequest;
import io.temporal.api.workflowservice.v1.WorkflowServiceGrpc.WorkflowServiceBlockingStub;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Whether a connection works, asked anew each time, and at which step it fails when it does not.
 */
final class ServiceHealth implements HealthIndicator {

  private static final long DEADLINE_SECONDS = 3;
  private static final Pattern TITLE = Pattern.compile("<title>(.*?)</title>");
  private static final String STEP = "failedStep";

  private final TemporalService service;
  private final InstantSource clock;

  ServiceHealth(TemporalService service, InstantSource clock) {
    this.service = service;
    this.clock = clock;
  }

  @Override
  public Health health() {
    Health.Builder health = new Health.Builder().up().withDetail("address", service.target());
    addCredentials(health);
    long start = System.nanoTime();
    try {
      String version = askForVersion();
      health.withDetail("serverVersion", version);
      health.withDetail("namespaces", askForNamespaces(health));
      health.withDetail("latencyMillis", Duration.ofNanos(System.nanoTime() - start).toMillis());
    } catch (StatusRuntimeException error) {
      addFailure(health.down(), error);
    }
    return health.build();
  }

  private void addCredentials(Health.Builder health) {
    service
        .credentials()
        .certificate()
        .ifPresent(certificate ->
            health.withDetail(
                "clientCertificateExpires", certificate.getNotAfter().toInstant().toString()));
    String problem = service.credentials().problem();
    if (!problem.isEmpty()) {
      health.withDetail("credentialsNotReplaced", problem);
    }
  }

  private String askForVersion() {
    return service
        .stubs()
        .blockingStub()
        .withDeadlineAfter(DEADLINE_SECONDS, TimeUnit.SECONDS)
        .getSystemInfo(GetSystemInfoRequest.getDefaultInstance())
        .getServerVersion();
  }

  private Map<String, String> askForNamespaces(Health.Builder health) {
    Map<String, String> states = new LinkedHashMap<>();
    for (String namespace : service.settings().namespaces()) {
      try {
        stubFor(namespace)
            .describeNamespace(
                DescribeNamespaceRequest.newBuilder().setNamespace(namespace).build());
        states.put(namespace, "UP");
      } catch (StatusRuntimeException error) {
        if (isForCallersOnly(error)) {
          states.put(namespace, "UP");
        } else {
          addFailure(health.down(), error);
          states.put(namespace, "DOWN");
        }
      }
    }
    return states;
  }

  /** Without a caller there is no token that the service could let in, but it is there. */
  private boolean isForCallersOnly(StatusRuntimeException error) {
    return service.settings().forwardsAuthorization()
        && (error.getStatus().getCode() == Status.Code.UNAUTHENTICATED
            || error.getStatus().getCode() == Status.Code.PERMISSION_DENIED);
  }

  private WorkflowServiceBlockingStub stubFor(String namespace) {
    Metadata headers = new Metadata();
    headers.put(TemporalService.NAMESPACE_HEADER, namespace);
    return service
        .stubs()
        .blockingStub()
        .withInterceptors(MetadataUtils.newAttachHeadersInterceptor(headers))
        .withDeadlineAfter(DEADLINE_SECONDS, TimeUnit.SECONDS);
  }

  private void addFailure(Health.Builder health, StatusRuntimeException error) {
    GatewayException failure = GrpcTranslator.translate(error, ProblemCode.NAMESPACE_NOT_FOUND);
    health.withDetail("problem", failure.code().code());
    Instant now = clock.instant();
    X509Certificate certificate = service.credentials().certificate().orElse(null);
    if (certificate != null && certificate.getNotBefore().toInstant().isAfter(now)) {
      health.withDetail(STEP, FailedStep.CREDENTIALS.word());
      health.withDetail(
          "reason",
          "The client certificate is not valid before %s."
              .formatted(certificate.getNotBefore().toInstant()));
    } else if (service.credentials().certificate().isPresent()
        && service.credentials().timeLeft(now).isNegative()) {
      health.withDetail(STEP, FailedStep.CREDENTIALS.word());
      health.withDetail("reason", "The client certificate has expired.");
    } else {
      health.withDetail(STEP, FailedStep.of(error, service.target()).word());
      health.withDetail("reason", reason(error, failure));
    }
  }

  /** What is at the bottom of it, or what a proxy wrote, says more than gRPC's own words. */
  private static String reason(StatusRuntimeException error, GatewayException failure) {
    Throwable cause = error;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    Matcher page = TITLE.matcher(String.valueOf(error.getStatus().getDescription()));
    String more = page.find() ? page.group(1) : cause == error ? null : cause.getMessage();
    return more == null ? failure.detail() : failure.detail() + ": " + more;
  }
}

package io.github.temporalgateway.problem;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import org.springframework.http.HttpStatus;

/**
 * The closed list of errors that the gateway answers. Each constant is one {@code type} URI of RFC
 * 9457 and one page under {@code /problems}; the wire name is the constant in lower case with
 * hyphens.
 */
public enum ProblemCode {
  MALFORMED_REQUEST(HttpStatus.BAD_REQUEST),
  UNAUTHENTICATED(HttpStatus.UNAUTHORIZED),
  PERMISSION_DENIED(HttpStatus.FORBIDDEN),
  CROSS_SITE(HttpStatus.FORBIDDEN),
  NO_SUCH_ROUTE(HttpStatus.NOT_FOUND),
  WORKFLOW_NOT_FOUND(HttpStatus.NOT_FOUND),
  NAMESPACE_NOT_FOUND(HttpStatus.NOT_FOUND),
  UPDATE_NOT_FOUND(HttpStatus.NOT_FOUND),
  SCHEDULE_NOT_FOUND(HttpStatus.NOT_FOUND),
  ACTIVITY_NOT_FOUND(HttpStatus.NOT_FOUND),
  BATCH_NOT_FOUND(HttpStatus.NOT_FOUND),
  WORKER_NOT_FOUND(HttpStatus.NOT_FOUND),
  WORKER_DEPLOYMENT_NOT_FOUND(HttpStatus.NOT_FOUND),
  SEARCH_ATTRIBUTE_NOT_FOUND(HttpStatus.NOT_FOUND),
  WORKFLOW_RULE_NOT_FOUND(HttpStatus.NOT_FOUND),
  NEXUS_ENDPOINT_NOT_FOUND(HttpStatus.NOT_FOUND),
  NEXUS_OPERATION_NOT_FOUND(HttpStatus.NOT_FOUND),
  UNKNOWN_HANDLER(HttpStatus.NOT_FOUND),
  WORKFLOW_TYPE_NOT_FOUND(HttpStatus.NOT_FOUND),
  METHOD_NOT_ALLOWED(HttpStatus.METHOD_NOT_ALLOWED),
  NOT_ACCEPTABLE(HttpStatus.NOT_ACCEPTABLE),
  REQUEST_TIMEOUT(HttpStatus.REQUEST_TIMEOUT, true),
  WORKFLOW_ALREADY_STARTED(HttpStatus.CONFLICT),
  WORKFLOW_CLOSED(HttpStatus.CONFLICT),
  QUERY_REJECTED(HttpStatus.CONFLICT),
  SCHEDULE_ALREADY_EXISTS(HttpStatus.CONFLICT),
  ACTIVITY_ALREADY_STARTED(HttpStatus.CONFLICT),
  NEXUS_OPERATION_ALREADY_STARTED(HttpStatus.CONFLICT),
  CONFLICT(HttpStatus.CONFLICT),
  PRECONDITION_FAILED(HttpStatus.PRECONDITION_FAILED),
  PAYLOAD_TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE),
  URI_TOO_LONG(HttpStatus.URI_TOO_LONG),
  UNSUPPORTED_MEDIA_TYPE(HttpStatus.UNSUPPORTED_MEDIA_TYPE),
  HOST_NOT_SERVED(HttpStatus.MISDIRECTED_REQUEST),
  VALIDATION(HttpStatus.UNPROCESSABLE_CONTENT),
  INVALID_ARGUMENT(HttpStatus.UNPROCESSABLE_CONTENT),
  INVALID_QUERY(HttpStatus.UNPROCESSABLE_CONTENT),
  INVALID_TASK_TOKEN(HttpStatus.UNPROCESSABLE_CONTENT),
  UPDATE_REJECTED(HttpStatus.UNPROCESSABLE_CONTENT),
  SCHEMA_VIOLATION(HttpStatus.UNPROCESSABLE_CONTENT),
  IDEMPOTENCY_CONFLICT(HttpStatus.UNPROCESSABLE_CONTENT),
  WORKFLOW_FAILED(HttpStatus.FAILED_DEPENDENCY),
  WORKFLOW_CANCELED(HttpStatus.FAILED_DEPENDENCY),
  WORKFLOW_TERMINATED(HttpStatus.FAILED_DEPENDENCY),
  WORKFLOW_TIMED_OUT(HttpStatus.FAILED_DEPENDENCY),
  ACTIVITY_FAILED(HttpStatus.FAILED_DEPENDENCY),
  ACTIVITY_CANCELED(HttpStatus.FAILED_DEPENDENCY),
  ACTIVITY_TERMINATED(HttpStatus.FAILED_DEPENDENCY),
  ACTIVITY_TIMED_OUT(HttpStatus.FAILED_DEPENDENCY),
  QUERY_FAILED(HttpStatus.FAILED_DEPENDENCY),
  UPDATE_FAILED(HttpStatus.FAILED_DEPENDENCY),
  NEXUS_OPERATION_FAILED(HttpStatus.FAILED_DEPENDENCY),
  RATE_LIMITED(HttpStatus.TOO_MANY_REQUESTS, true),
  RESOURCE_EXHAUSTED(HttpStatus.TOO_MANY_REQUESTS, true),
  HEADERS_TOO_LARGE(HttpStatus.REQUEST_HEADER_FIELDS_TOO_LARGE),
  INTERNAL(HttpStatus.INTERNAL_SERVER_ERROR),
  NOT_SUPPORTED(HttpStatus.NOT_IMPLEMENTED),
  UPSTREAM_AUTH(HttpStatus.BAD_GATEWAY),
  TEMPORAL_ERROR(HttpStatus.BAD_GATEWAY, true),
  TEMPORAL_UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE, true),
  NO_WORKER(HttpStatus.SERVICE_UNAVAILABLE, true),
  AUTHENTICATION_UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE, true),
  OVERLOADED(HttpStatus.SERVICE_UNAVAILABLE, true),
  SHUTTING_DOWN(HttpStatus.SERVICE_UNAVAILABLE, true),
  TEMPORAL_TIMEOUT(HttpStatus.GATEWAY_TIMEOUT, true);

  private final HttpStatus status;
  private final boolean retryable;

  ProblemCode(HttpStatus status) {
    this(status, false);
  }

  ProblemCode(HttpStatus status, boolean retryable) {
    this.status = status;
    this.retryable = retryable;
  }

  /** The code on the wire, such as {@code workflow-not-found}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The {@code type} of RFC 9457, a path that the gateway itself serves. */
  public String type() {
    return "/problems/" + code();
  }

  /** The one HTTP status that goes with this code. */
  public HttpStatus status() {
    return status;
  }

  /** One fixed line for a person, never with data of the request in it. */
  public String title() {
    return text("title");
  }

  /** What has happened, in general terms. */
  public String explanation() {
    return text("explanation");
  }

  /** What the caller can do about it. */
  public String remedy() {
    return text("remedy");
  }

  /** Whether the same request may succeed later without any change to it. */
  public boolean retryable() {
    return retryable;
  }

  /**
   * Finds a code by its name on the wire.
   *
   * @param code such as {@code workflow-not-found}
   */
  public static Optional<ProblemCode> of(String code) {
    return Arrays.stream(values()).filter(known -> known.code().equals(code)).findFirst();
  }

  private String text(String kind) {
    return Texts.BUNDLE.getString(code() + "." + kind);
  }

  private static final class Texts {
    private static final ResourceBundle BUNDLE = ResourceBundle.getBundle("problems", Locale.ROOT);
  }
}

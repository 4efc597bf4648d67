package io.github.temporalgateway.problem;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.validation.FieldError;
import org.springframework.validation.method.ParameterValidationResult;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import tools.jackson.core.JacksonException;

/** Translates what Spring MVC throws. Its own texts name Java types, so none of them is used. */
final class FrameworkFailures {

  private FrameworkFailures() {}

  static GatewayException translate(Exception exception) {
    return switch (exception) {
      case GatewayException known -> known;
      case HttpMessageNotReadableException unreadable -> unreadable(unreadable);
      case MethodArgumentNotValidException invalid -> invalidBody(invalid);
      case HandlerMethodValidationException invalid -> invalidParameters(invalid);
      case MissingServletRequestParameterException missing ->
          parameter(missing.getParameterName(), "The parameter is required.");
      case MethodArgumentTypeMismatchException mismatch ->
          parameter(mismatch.getName(), "The value is not of the expected type.");
      case TypeMismatchException mismatch ->
          parameter(
              Objects.requireNonNullElse(mismatch.getPropertyName(), "?"),
              "The value is not of the expected type.");
      case HttpRequestMethodNotSupportedException wrong ->
          refused(
              ProblemCode.METHOD_NOT_ALLOWED,
              "The route does not have the method " + wrong.getMethod() + ".");
      case HttpMediaTypeNotSupportedException wrong ->
          refused(
              ProblemCode.UNSUPPORTED_MEDIA_TYPE,
              wrong.getContentType() == null
                  ? "The Content-Type header is missing or malformed."
                  : "The route does not take " + wrong.getContentType() + ".");
      case HttpMediaTypeNotAcceptableException _ ->
          refused(ProblemCode.NOT_ACCEPTABLE, "The Accept header excludes every representation.");
      case NoHandlerFoundException _, NoResourceFoundException _ ->
          refused(ProblemCode.NO_SUCH_ROUTE, "No operation has this path.");
      case ErrorResponse response -> byStatus(response.getStatusCode());
      default -> refused(ProblemCode.INTERNAL, "The gateway made a mistake.");
    };
  }

  private static GatewayException unreadable(HttpMessageNotReadableException exception) {
    return switch (exception.getMostSpecificCause()) {
      case GatewayException known -> known;
      case JacksonException json -> JsonFailures.translate(json);
      case Throwable _ when exception.getCause() instanceof JacksonException json ->
          JsonFailures.translate(json);
      case TimeoutException _ ->
          refused(ProblemCode.REQUEST_TIMEOUT, "The body did not arrive in time.");
      default -> refused(ProblemCode.MALFORMED_REQUEST, "The route needs a JSON body.");
    };
  }

  private static GatewayException invalidBody(MethodArgumentNotValidException exception) {
    return RefusedException.invalid(
        exception.getBindingResult().getAllErrors().stream()
            .map(error ->
                Violation.at(
                    error instanceof FieldError field ? pointer(field.getField()) : "",
                    sentence(error.getDefaultMessage())))
            .sorted(Comparator.comparing(violation -> violation.pointer() + ""))
            .toList());
  }

  private static GatewayException invalidParameters(HandlerMethodValidationException exception) {
    return RefusedException.invalid(
        exception.getParameterValidationResults().stream()
            .flatMap(FrameworkFailures::violations)
            .toList());
  }

  private static Stream<Violation> violations(ParameterValidationResult result) {
    MethodParameter parameter = result.getMethodParameter();
    String name = Objects.requireNonNullElse(parameter.getParameterName(), "?");
    return result.getResolvableErrors().stream()
        .map(error -> Violation.ofParameter(name, sentence(error.getDefaultMessage())));
  }

  private static GatewayException byStatus(HttpStatusCode status) {
    return switch (status.value()) {
      case 404 -> refused(ProblemCode.NO_SUCH_ROUTE, "No operation has this path.");
      case 413 -> refused(ProblemCode.PAYLOAD_TOO_LARGE, "The body is too large.");
      case 415 -> refused(ProblemCode.UNSUPPORTED_MEDIA_TYPE, "The body cannot be read.");
      default ->
          status.is4xxClientError()
              ? refused(ProblemCode.MALFORMED_REQUEST, "The request is malformed.")
              : refused(ProblemCode.INTERNAL, "The gateway made a mistake.");
    };
  }

  private static RefusedException refused(ProblemCode code, String detail) {
    return new RefusedException(code, detail);
  }

  private static GatewayException parameter(String name, String detail) {
    return RefusedException.invalid(List.of(Violation.ofParameter(name, detail)));
  }

  private static String pointer(String field) {
    return "/" + field.replace("[", "/").replace("]", "").replace('.', '/');
  }

  private static String sentence(@Nullable String message) {
    if (message == null || message.isEmpty()) {
      return "The value is not valid.";
    }
    String text = Character.toUpperCase(message.charAt(0)) + message.substring(1);
    return text.endsWith(".") ? text : text + ".";
  }
}

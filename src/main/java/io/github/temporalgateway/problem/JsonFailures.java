package io.github.temporalgateway.problem;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Says in the caller's terms what Jackson found wrong with a body. */
final class JsonFailures {

  private JsonFailures() {}

  static GatewayException translate(JacksonException exception) {
    return switch (exception) {
      case StreamConstraintsException _ ->
          malformed(
              "The JSON exceeds a limit: it is nested too deep or has too long a number or name.");
      case InputCoercionException range -> invalid(range, "The number is out of range.");
      case StreamReadException syntax -> malformed(syntaxError(syntax));
      case UnrecognizedPropertyException unknown ->
          invalid(unknown, "There is no such member here." + known(unknown.getKnownPropertyIds()));
      case InvalidFormatException format -> invalid(format, format(format));
      case MismatchedInputException mismatch -> mismatch(mismatch);
      default -> invalid(exception, "The value is not valid here.");
    };
  }

  private static GatewayException mismatch(MismatchedInputException exception) {
    String original = exception.getOriginalMessage();
    if (original != null && original.startsWith("Trailing token")) {
      return malformed("The body goes on after its JSON value.");
    }
    return exception.getPath().isEmpty() && exception.getCurrentToken() == null
        ? malformed("The body is empty.")
        : invalid(exception, expectation(exception.getTargetType()));
  }

  private static String syntaxError(StreamReadException exception) {
    String original = exception.getOriginalMessage();
    String what =
        original != null && original.contains("Duplicate")
            ? "An object has the same member name twice"
            : "The body is not well-formed JSON";
    TokenStreamLocation at = exception.getLocation();
    return at == null || at.getLineNr() < 1
        ? what + "."
        : what + ", at line " + at.getLineNr() + ", column " + at.getColumnNr() + ".";
  }

  private static String format(InvalidFormatException exception) {
    return exception.getTargetType() == String.class
        ? "The string must not contain unpaired surrogates."
        : expectation(exception.getTargetType());
  }

  private static String expectation(@Nullable Class<?> target) {
    if (target == null) {
      return "The value is not of the expected type.";
    }
    if (target.isEnum()) {
      return Arrays.stream(target.getEnumConstants())
          .map(String::valueOf)
          .collect(Collectors.joining(", ", "The value is not one of ", "."));
    }
    if (target == String.class) {
      return "A string is expected.";
    }
    if (target == boolean.class || target == Boolean.class) {
      return "true or false is expected.";
    }
    if (target == int.class
        || target == Integer.class
        || target == long.class
        || target == Long.class) {
      return "A whole number is expected.";
    }
    if (Number.class.isAssignableFrom(target) || target.isPrimitive()) {
      return "A number is expected.";
    }
    if (Collection.class.isAssignableFrom(target)) {
      return "An array is expected.";
    }
    if (target == Duration.class) {
      return "A duration is expected, such as \"PT30S\", \"90s\", \"1h30m\" or \"500ms\".";
    }
    if (target == Instant.class) {
      return "A time is expected, such as \"2030-01-31T12:00:00Z\".";
    }
    return "An object is expected.";
  }

  private static String known(@Nullable Collection<Object> ids) {
    return ids == null || ids.isEmpty()
        ? ""
        : ids.stream()
            .map(String::valueOf)
            .sorted()
            .collect(Collectors.joining(", ", " Known: ", "."));
  }

  private static GatewayException malformed(String detail) {
    return new RefusedException(ProblemCode.MALFORMED_REQUEST, detail);
  }

  private static GatewayException invalid(JacksonException exception, String detail) {
    return RefusedException.invalid(Violation.at(pointer(exception), detail));
  }

  private static String pointer(JacksonException exception) {
    return exception.getPath().stream()
        .map(reference ->
            reference.getPropertyName() == null
                ? "/" + reference.getIndex()
                : Violation.pointer("", reference.getPropertyName()))
        .collect(Collectors.joining());
  }
}

package io.github.temporalgateway.openapi;

import io.github.temporalgateway.kernel.ActivityRef;
import io.github.temporalgateway.kernel.ExecutionRef;
import io.github.temporalgateway.kernel.NamespaceName;
import io.github.temporalgateway.problem.ProblemCode;
import io.github.temporalgateway.problem.Problems;
import io.github.temporalgateway.security.Allow;
import io.github.temporalgateway.security.Scope;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.core.ResolvableType;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;

/** Which problems an operation can answer: what it declares, and what its shape implies. */
final class PossibleProblems {

  private static final List<ProblemCode> OF_ALL =
      List.of(
          ProblemCode.MALFORMED_REQUEST,
          ProblemCode.URI_TOO_LONG,
          ProblemCode.HOST_NOT_SERVED,
          ProblemCode.RATE_LIMITED,
          ProblemCode.HEADERS_TOO_LARGE,
          ProblemCode.INTERNAL);
  private static final List<ProblemCode> OF_CREDENTIALS =
      List.of(ProblemCode.UNAUTHENTICATED, ProblemCode.AUTHENTICATION_UNAVAILABLE);
  private static final List<ProblemCode> OF_BODIES =
      List.of(
          ProblemCode.REQUEST_TIMEOUT,
          ProblemCode.PAYLOAD_TOO_LARGE,
          ProblemCode.UNSUPPORTED_MEDIA_TYPE,
          ProblemCode.VALIDATION,
          ProblemCode.OVERLOADED);
  private static final List<ProblemCode> OF_TEMPORAL =
      List.of(
          ProblemCode.NAMESPACE_NOT_FOUND,
          ProblemCode.VALIDATION,
          ProblemCode.INVALID_ARGUMENT,
          ProblemCode.RESOURCE_EXHAUSTED,
          ProblemCode.UPSTREAM_AUTH,
          ProblemCode.TEMPORAL_ERROR,
          ProblemCode.TEMPORAL_UNAVAILABLE,
          ProblemCode.TEMPORAL_TIMEOUT);
  private static final Set<Class<?>> ASK_TEMPORAL =
      Set.of(NamespaceName.class, ExecutionRef.class, ActivityRef.class);

  private static final Set<RequestMethod> LOOKING = Set.of(RequestMethod.GET, RequestMethod.HEAD);

  private PossibleProblems() {}

  static EnumSet<ProblemCode> of(HandlerMethod handler) {
    EnumSet<ProblemCode> codes = EnumSet.copyOf(OF_ALL);
    if (!answersNothing(handler)) {
      codes.add(ProblemCode.NOT_ACCEPTABLE);
    }
    Allow allow = AnnotatedElementUtils.findMergedAnnotation(handler.getMethod(), Allow.class);
    if (allow != null) {
      codes.addAll(OF_CREDENTIALS);
      if (allow.in() != Scope.CALLER) {
        codes.add(ProblemCode.PERMISSION_DENIED);
      }
    }
    if (!onlyLooks(handler)) {
      codes.add(ProblemCode.CROSS_SITE);
    }
    if (anyParameter(handler, RequestBody.class)) {
      codes.addAll(OF_BODIES);
    }
    if (Arrays.stream(handler.getMethodParameters())
        .anyMatch(parameter -> ASK_TEMPORAL.contains(parameter.getParameterType()))) {
      codes.addAll(OF_TEMPORAL);
    }
    for (var place : List.of(handler.getMethod(), handler.getBeanType())) {
      Problems declared = AnnotatedElementUtils.findMergedAnnotation(place, Problems.class);
      if (declared != null) {
        codes.addAll(List.of(declared.value()));
      }
    }
    return codes;
  }

  private static boolean onlyLooks(HandlerMethod handler) {
    RequestMapping mapping =
        AnnotatedElementUtils.findMergedAnnotation(handler.getMethod(), RequestMapping.class);
    return mapping != null && LOOKING.containsAll(List.of(mapping.method()));
  }

  private static boolean answersNothing(HandlerMethod handler) {
    return ResolvableType.forMethodReturnType(handler.getMethod()).getGeneric(0).resolve()
        == Void.class;
  }

  private static boolean anyParameter(HandlerMethod handler, Class<RequestBody> annotation) {
    return Arrays.stream(handler.getMethodParameters())
        .anyMatch(parameter -> parameter.hasParameterAnnotation(annotation));
  }
}

package io.github.temporalgateway.web;

import io.github.temporalgateway.kernel.ActivityRef;
import io.github.temporalgateway.kernel.CallerHeaders;
import io.github.temporalgateway.kernel.CallerWatch;
import io.github.temporalgateway.kernel.ExecutionRef;
import io.github.temporalgateway.kernel.IdempotencyKey;
import io.github.temporalgateway.kernel.Identifiers;
import io.github.temporalgateway.kernel.NamespaceName;
import io.github.temporalgateway.kernel.PageRequest;
import io.github.temporalgateway.kernel.PathId;
import io.github.temporalgateway.kernel.Wait;
import io.github.temporalgateway.problem.RefusedException;
import io.github.temporalgateway.problem.Violation;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerMapping;

/** Gives controllers what a request means instead of its strings. */
@Component
final class RequestArguments implements HandlerMethodArgumentResolver {

  private static final Set<Class<?>> TYPES =
      Set.of(
          NamespaceName.class,
          ExecutionRef.class,
          ActivityRef.class,
          Wait.class,
          CallerWatch.class,
          IdempotencyKey.class,
          CallerHeaders.class,
          PageRequest.class,
          Links.class);

  private final NamespaceName defaultNamespace;
  private final HttpProperties properties;
  private final WaitPreference waits;
  private final Callers callers;

  RequestArguments(
      NamespaceName defaultNamespace,
      HttpProperties properties,
      WaitPreference waits,
      Callers callers) {
    this.defaultNamespace = defaultNamespace;
    this.properties = properties;
    this.waits = waits;
    this.callers = callers;
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return TYPES.contains(parameter.getParameterType());
  }

  @Override
  public @Nullable Object resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest web,
      @Nullable WebDataBinderFactory binders) {
    HttpServletRequest request =
        Objects.requireNonNull(web.getNativeRequest(HttpServletRequest.class));
    Class<?> type = parameter.getParameterType();
    if (type == NamespaceName.class) {
      return namespace(request);
    }
    if (type == ExecutionRef.class) {
      return execution(request);
    }
    if (type == ActivityRef.class) {
      return activity(request);
    }
    if (type == Wait.class) {
      return waits.of(
          request, Objects.requireNonNull(web.getNativeResponse(HttpServletResponse.class)));
    }
    if (type == CallerWatch.class) {
      return callers.of(request);
    }
    if (type == IdempotencyKey.class) {
      return idempotencyKey(request);
    }
    if (type == PageRequest.class) {
      return PageRequest.of(
          parameter(request, PageRequest.SIZE), parameter(request, PageRequest.TOKEN));
    }
    return type == Links.class ? links(request) : callerHeaders(request);
  }

  private static @Nullable IdempotencyKey idempotencyKey(HttpServletRequest request) {
    Enumeration<String> headers = request.getHeaders(IdempotencyKey.HEADER);
    if (!headers.hasMoreElements()) {
      return null;
    }
    String header = headers.nextElement();
    if (headers.hasMoreElements()) {
      throw RefusedException.invalid(
          Violation.ofHeader(IdempotencyKey.HEADER, "There is more than one."));
    }
    return IdempotencyKey.parse(header);
  }

  private NamespaceName namespace(HttpServletRequest request) {
    String segment = pathVariable(request, "namespace");
    return segment == null
        ? defaultNamespace
        : new NamespaceName(PathId.decode("namespace", segment));
  }

  private ExecutionRef execution(HttpServletRequest request) {
    return new ExecutionRef(namespace(request), idOf(request, "workflowId"), runId(request));
  }

  private ActivityRef activity(HttpServletRequest request) {
    return new ActivityRef(
        namespace(request),
        pathVariable(request, "workflowId") == null ? null : idOf(request, "workflowId"),
        idOf(request, "activityId"),
        runId(request));
  }

  private static String idOf(HttpServletRequest request, String name) {
    return PathId.decode(name, Objects.requireNonNull(pathVariable(request, name)));
  }

  private static @Nullable String runId(HttpServletRequest request) {
    return Identifiers.checkRunId(parameter(request, "runId"));
  }

  private static Links links(HttpServletRequest request) {
    String namespace = pathVariable(request, "namespace");
    String base = request.getContextPath();
    return new Links(
        namespace == null
            ? base
            : base + "/namespaces/" + PathId.encode(PathId.decode("namespace", namespace)));
  }

  private CallerHeaders callerHeaders(HttpServletRequest request) {
    Map<String, String> fields = new LinkedHashMap<>();
    for (String name : properties.forwardHeaders()) {
      String value = request.getHeader(name);
      if (value != null) {
        fields.put(name.toLowerCase(Locale.ROOT), value);
      }
    }
    return fields.isEmpty() ? CallerHeaders.NONE : new CallerHeaders(fields);
  }

  /** A parameter. Where there is no query, Jetty need not see whether the body is a form. */
  static @Nullable String parameter(HttpServletRequest request, String name) {
    return request.getQueryString() == null ? null : request.getParameter(name);
  }

  private static @Nullable String pathVariable(HttpServletRequest request, String name) {
    return request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE)
                instanceof Map<?, ?> variables
            && variables.get(name) instanceof String value
        ? value
        : null;
  }
}

package io.github.temporalgateway.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Finds the handler of a request. Spring tries the patterns of all routes one after the other; this
 * skips those that begin otherwise than the path or have another number of segments, which is
 * nearly all of them.
 */
final class RouteLookup extends RequestMappingHandlerMapping {

  private final Map<RequestMappingInfo, Set<String>> shapes = new HashMap<>();

  @Override
  protected void registerHandlerMethod(Object handler, Method method, RequestMappingInfo route) {
    super.registerHandlerMethod(handler, method, route);
    Set<String> patterns = route.getPatternValues();
    if (patterns.stream().noneMatch(RouteLookup::isVague)) {
      shapes.put(
          route, patterns.stream().map(RouteLookup::shape).collect(Collectors.toUnmodifiableSet()));
    }
  }

  @Override
  protected @Nullable HandlerMethod lookupHandlerMethod(String path, HttpServletRequest request)
      throws Exception {
    String shape = shape(path);
    boolean literal = shape.indexOf('%') < 0;
    return super.lookupHandlerMethod(path, literal ? new ShapedRequest(request, shape) : request);
  }

  @Override
  protected @Nullable RequestMappingInfo getMatchingMapping(
      RequestMappingInfo route, HttpServletRequest request) {
    Set<String> possible = shapes.get(route);
    return possible == null
            || !(request instanceof ShapedRequest shaped)
            || possible.contains(shaped.shape)
        ? super.getMatchingMapping(route, request)
        : null;
  }

  /** Whether paths of any length may match, or any first segment. */
  private static boolean isVague(String pattern) {
    return pattern.contains("*") || pattern.startsWith("/{");
  }

  /** The first segment and how many there are. */
  private static String shape(String path) {
    int first = path.indexOf('/', 1);
    int count = 0;
    for (int i = first; i >= 0; i = path.indexOf('/', i + 1)) {
      count++;
    }
    return first < 0 ? path : path.substring(0, first) + count;
  }

  /** Spares looking at the path again for each route. */
  private static final class ShapedRequest extends HttpServletRequestWrapper {

    private final String shape;

    private ShapedRequest(HttpServletRequest request, String shape) {
      super(request);
      this.shape = shape;
    }
  }
}

package io.github.temporalgateway.web;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Finds the handler of a request. Spring tries the patterns of all routes one after the other; this
 * tries those that begin as the path does and have as many segments, which are few. Where not
 * exactly one of them fits, Spring decides.
 */
final class RouteLookup extends RequestMappingHandlerMapping {

  private final Map<String, List<Route>> routes = new HashMap<>();

  @Override
  protected void registerHandlerMethod(Object handler, Method method, RequestMappingInfo mapping) {
    super.registerHandlerMethod(handler, method, mapping);
    Route route = new Route(mapping, createHandlerMethod(handler, method));
    Set<String> shapes =
        mapping.getPatternValues().stream()
            .filter(pattern -> !isVague(pattern))
            .map(RouteLookup::shape)
            .collect(Collectors.toUnmodifiableSet());
    shapes.forEach(shape -> routes.computeIfAbsent(shape, any -> new ArrayList<>()).add(route));
  }

  @Override
  protected @Nullable HandlerMethod lookupHandlerMethod(String path, HttpServletRequest request)
      throws Exception {
    Route found = null;
    RequestMappingInfo match = null;
    for (Route route : routes.getOrDefault(shape(path), List.of())) {
      RequestMappingInfo fitting = getMatchingMapping(route.mapping, request);
      if (fitting != null && match != null) {
        return super.lookupHandlerMethod(path, request);
      }
      if (fitting != null) {
        found = route;
        match = fitting;
      }
    }
    if (found == null || match == null) {
      return super.lookupHandlerMethod(path, request);
    }
    request.setAttribute(BEST_MATCHING_HANDLER_ATTRIBUTE, found.handler);
    handleMatch(match, path, request);
    return found.handler;
  }

  /** Whether paths of any length may match, or any first segment. Spring prefers all others. */
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

  /**
   * A handler and what its requests look like.
   *
   * @param mapping its patterns, method, media types
   * @param handler the method that serves them
   */
  private record Route(RequestMappingInfo mapping, HandlerMethod handler) {}
}

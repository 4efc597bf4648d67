package io.github.temporalgateway.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.lang.reflect.Method;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Finds the handler of a request. Spring tries the patterns of all routes one after the other; this
 * skips those that have another number of slashes than the path, which is nearly all of them.
 */
final class RouteLookup extends RequestMappingHandlerMapping {

  private final Map<RequestMappingInfo, BitSet> slashes = new HashMap<>();

  @Override
  protected void registerHandlerMethod(Object handler, Method method, RequestMappingInfo route) {
    super.registerHandlerMethod(handler, method, route);
    Set<String> patterns = route.getPatternValues();
    if (patterns.stream().noneMatch(pattern -> pattern.contains("*"))) {
      BitSet counts = new BitSet();
      patterns.forEach(pattern -> counts.set(slashes(pattern)));
      slashes.put(route, counts);
    }
  }

  @Override
  protected @Nullable HandlerMethod lookupHandlerMethod(String path, HttpServletRequest request)
      throws Exception {
    return super.lookupHandlerMethod(path, new CountedRequest(request, slashes(path)));
  }

  @Override
  protected @Nullable RequestMappingInfo getMatchingMapping(
      RequestMappingInfo route, HttpServletRequest request) {
    BitSet counts = slashes.get(route);
    boolean possible =
        counts == null
            || !(request instanceof CountedRequest counted)
            || counts.get(counted.slashes);
    return possible ? super.getMatchingMapping(route, request) : null;
  }

  private static int slashes(String path) {
    int count = 0;
    for (int i = path.indexOf('/'); i >= 0; i = path.indexOf('/', i + 1)) {
      count++;
    }
    return count;
  }

  /** Spares counting again for each route. */
  private static final class CountedRequest extends HttpServletRequestWrapper {

    private final int slashes;

    private CountedRequest(HttpServletRequest request, int slashes) {
      super(request);
      this.slashes = slashes;
    }
  }
}

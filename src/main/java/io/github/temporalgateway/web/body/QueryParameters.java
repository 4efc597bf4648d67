package io.github.temporalgateway.web.body;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.annotation.RequestParamMethodArgumentResolver;

/**
 * Reads parameters where there is a query; Jetty would see otherwise whether the body is a form.
 */
final class QueryParameters extends RequestParamMethodArgumentResolver {

  QueryParameters() {
    super(false);
  }

  @Override
  protected @Nullable Object resolveName(
      String name, MethodParameter parameter, NativeWebRequest web) throws Exception {
    HttpServletRequest request =
        Objects.requireNonNull(web.getNativeRequest(HttpServletRequest.class));
    return request.getQueryString() == null ? null : super.resolveName(name, parameter, web);
  }
}

package io.github.temporalgateway.web.guard;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.jetty.ee11.servlet.ServletApiRequest;
import org.eclipse.jetty.ee11.servlet.ServletContextRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.WebUtils;

/**
 * Ends the connection of a caller who does not take the answer, or reads so little of it that Jetty
 * has given up writing. Nobody is there to be told, a stack trace for each would fill the log, and
 * what else the caller had asked ahead would still be worked on.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class GoneCallers implements HandlerExceptionResolver {

  @Override
  public @Nullable ModelAndView resolveException(
      HttpServletRequest request,
      HttpServletResponse response,
      @Nullable Object handler,
      Exception failure) {
    if (Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
        .noneMatch(AsyncRequestNotUsableException.class::isInstance)) {
      return null;
    }
    ServletApiRequest jettys = WebUtils.getNativeRequest(request, ServletApiRequest.class);
    if (jettys != null) {
      ServletContextRequest.getServletContextRequest(jettys)
          .getConnectionMetaData()
          .getConnection()
          .getEndPoint()
          .close(failure);
    }
    return new ModelAndView();
  }
}

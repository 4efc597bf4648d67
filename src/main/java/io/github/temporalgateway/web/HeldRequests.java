package io.github.temporalgateway.web;

import io.github.temporalgateway.problem.ProblemCode;
import io.github.temporalgateway.problem.RefusedException;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collection;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.AsyncHandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Counts the requests that are held, which are those that wait and those that stream, and refuses
 * what is too much before anything is done for it: a start that began would not be told.
 */
@Component
final class HeldRequests implements AsyncHandlerInterceptor {

  private static final String HELD = HeldRequests.class.getName();

  private final Semaphore places;

  HeldRequests(HeldProperties properties) {
    this.places = new Semaphore(properties.max());
  }

  /**
   * Takes a place until the request is over.
   *
   * @throws RefusedException 503 {@code overloaded} when there is none
   */
  void hold(HttpServletRequest request) {
    if (request.getAttribute(HELD) == null) {
      if (!places.tryAcquire()) {
        throw new RefusedException(
            ProblemCode.OVERLOADED, "The gateway holds as many waiting requests as it may.");
      }
      request.setAttribute(HELD, new AtomicBoolean(true));
    }
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (request.getAttribute(HandlerMapping.PRODUCIBLE_MEDIA_TYPES_ATTRIBUTE)
            instanceof Collection<?> types
        && (types.contains(MediaType.APPLICATION_NDJSON)
            || types.contains(MediaType.TEXT_EVENT_STREAM))) {
      hold(request);
    }
    return true;
  }

  /** What is answered later may end without coming back to Spring MVC. */
  @Override
  public void afterConcurrentHandlingStarted(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (request.getAttribute(HELD) instanceof AtomicBoolean place) {
      request.getAsyncContext().addListener(new Release(place));
    }
  }

  @Override
  public void afterCompletion(
      HttpServletRequest request,
      HttpServletResponse response,
      Object handler,
      @Nullable Exception failure) {
    if (request.getAttribute(HELD) instanceof AtomicBoolean place) {
      release(place);
    }
  }

  private void release(AtomicBoolean place) {
    if (place.compareAndSet(true, false)) {
      places.release();
    }
  }

  private final class Release implements AsyncListener {

    private final AtomicBoolean place;

    private Release(AtomicBoolean place) {
      this.place = place;
    }

    @Override
    public void onComplete(AsyncEvent event) {
      release(place);
    }

    @Override
    public void onTimeout(AsyncEvent event) {}

    @Override
    public void onError(AsyncEvent event) {}

    @Override
    public void onStartAsync(AsyncEvent event) {}
  }
}

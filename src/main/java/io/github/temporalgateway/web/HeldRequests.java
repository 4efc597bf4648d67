package io.github.temporalgateway.web;

import io.github.temporalgateway.problem.ProblemCode;
import io.github.temporalgateway.problem.RefusedException;
import io.github.temporalgateway.web.guard.CallerPlaces;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
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
  private final CallerPlaces callers;

  HeldRequests(HeldProperties properties, CallerPlaces callers, MeterRegistry meters) {
    this.places = new Semaphore(properties.max());
    this.callers = callers;
    Gauge.builder("gateway.held", places, free -> properties.max() - free.availablePermits())
        .description("Requests that wait or stream")
        .register(meters);
    Gauge.builder("gateway.held.max", properties, HeldProperties::max)
        .description("Requests that may wait or stream at a time")
        .register(meters);
  }

  /**
   * Takes a place until the request is over.
   *
   * @throws RefusedException 503 {@code overloaded} when there is none, 429 {@code rate-limited}
   *     when the caller has too many
   */
  void hold(HttpServletRequest request) {
    if (request.getAttribute(HELD) == null) {
      Runnable ofCaller = callers.take(request);
      if (!places.tryAcquire()) {
        ofCaller.run();
        throw new RefusedException(
            ProblemCode.OVERLOADED, "The gateway holds as many waiting requests as it may.");
      }
      request.setAttribute(HELD, new Place(ofCaller));
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
    if (request.getAttribute(HELD) instanceof Place place) {
      request.getAsyncContext().addListener(new Release(place));
    }
  }

  @Override
  public void afterCompletion(
      HttpServletRequest request,
      HttpServletResponse response,
      Object handler,
      @Nullable Exception failure) {
    if (request.getAttribute(HELD) instanceof Place place) {
      release(place);
    }
  }

  private void release(Place place) {
    if (place.taken.compareAndSet(true, false)) {
      places.release();
      place.ofCaller.run();
    }
  }

  private static final class Place {

    private final AtomicBoolean taken = new AtomicBoolean(true);
    private final Runnable ofCaller;

    private Place(Runnable ofCaller) {
      this.ofCaller = ofCaller;
    }
  }

  private final class Release implements AsyncListener {

    private final Place place;

    private Release(Place place) {
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

package io.github.temporalgateway.web.body;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.MethodParameter;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.async.DeferredResult;
import org.springframework.web.context.request.async.WebAsyncUtils;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.method.support.HandlerMethodReturnValueHandlerComposite;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;

/**
 * Answers with what handlers return, or promise. {@linkplain PlainAnswers Plain} answers are
 * written at once. Promised ones are waited for without a thread and written when they are there;
 * Spring MVC would send the request through all filters and its handler mapping a second time
 * first. All others, failures included, are left to Spring MVC.
 */
@Component
final class Answers implements HandlerMethodReturnValueHandler, SmartInitializingSingleton {

  private final RequestMappingHandlerAdapter adapter;
  private final PlainAnswers plain;
  private final HandlerMethodReturnValueHandlerComposite others =
      new HandlerMethodReturnValueHandlerComposite();

  Answers(RequestMappingHandlerAdapter adapter) {
    this.adapter = adapter;
    this.plain = new PlainAnswers(JsonBodyConverter.of(adapter));
  }

  @Override
  public void afterSingletonsInstantiated() {
    others.addHandlers(adapter.getReturnValueHandlers());
    adapter.setReturnValueHandlers(List.of(this, others));
  }

  @Override
  public boolean supportsReturnType(MethodParameter type) {
    return ResponseEntity.class.isAssignableFrom(type.getParameterType())
        || CompletableFuture.class.isAssignableFrom(type.getParameterType());
  }

  @Override
  public void handleReturnValue(
      @Nullable Object returned,
      MethodParameter type,
      ModelAndViewContainer container,
      NativeWebRequest web)
      throws Exception {
    if (returned instanceof CompletableFuture<?> promise && !promise.isDone()) {
      await(promise, container, web);
      return;
    }
    Object answer = returned instanceof CompletableFuture<?> kept ? valueOf(kept) : returned;
    if (answer instanceof ResponseEntity<?> entity && isPlain(entity, requestOf(web))) {
      container.setRequestHandled(true);
      plain.write(entity, responseOf(web));
    } else {
      others.handleReturnValue(
          answer, answer == returned ? type : typeOf(answer, web), container, web);
    }
  }

  private void await(
      CompletableFuture<?> promise, ModelAndViewContainer container, NativeWebRequest web)
      throws Exception {
    DeferredResult<Object> later = new DeferredResult<>();
    WebAsyncUtils.getAsyncManager(web).startDeferredResultProcessing(later, container);
    AsyncContext context = requestOf(web).getAsyncContext();
    HttpServletResponse response = responseOf(web);
    boolean wanted = plain.areWantedBy(requestOf(web));
    promise.whenComplete((answer, failure) -> {
      if (failure != null) {
        later.setErrorResult(causeOf(failure));
      } else if (wanted && answer instanceof ResponseEntity<?> entity && plain.include(entity)) {
        writeLater(entity, response, context, later);
      } else {
        later.setResult(answer);
      }
    });
  }

  /**
   * On a thread of this request, as a caller who reads slowly must not keep others waiting. After a
   * failure Spring MVC ends the request, or it would be held for good.
   */
  private void writeLater(
      ResponseEntity<?> answer,
      HttpServletResponse response,
      AsyncContext context,
      DeferredResult<Object> later) {
    if (later.isSetOrExpired()) {
      return;
    }
    context.start(() -> {
      if (later.isSetOrExpired()) {
        return;
      }
      try {
        plain.write(answer, response);
        context.complete();
      } catch (Throwable failure) {
        later.setErrorResult(failure);
      }
    });
  }

  private boolean isPlain(ResponseEntity<?> answer, HttpServletRequest request) {
    return plain.include(answer) && plain.areWantedBy(request);
  }

  private static @Nullable Object valueOf(CompletableFuture<?> kept) {
    try {
      return kept.join();
    } catch (CompletionException failed) {
      throw causeOf(failed) instanceof RuntimeException cause ? cause : failed;
    }
  }

  /** The type of what was promised, which the handler's method does not declare. */
  private static MethodParameter typeOf(@Nullable Object answer, NativeWebRequest web) {
    Object handler = requestOf(web).getAttribute(HandlerMapping.BEST_MATCHING_HANDLER_ATTRIBUTE);
    return ((HandlerMethod) Objects.requireNonNull(handler)).getReturnValueType(answer);
  }

  private static Throwable causeOf(Throwable failure) {
    return failure instanceof CompletionException && failure.getCause() != null
        ? failure.getCause()
        : failure;
  }

  private static HttpServletRequest requestOf(NativeWebRequest web) {
    return Objects.requireNonNull(web.getNativeRequest(HttpServletRequest.class));
  }

  private static HttpServletResponse responseOf(NativeWebRequest web) {
    return Objects.requireNonNull(web.getNativeResponse(HttpServletResponse.class));
  }
}

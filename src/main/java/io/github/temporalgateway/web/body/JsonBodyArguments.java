package io.github.temporalgateway.web.body;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.MethodParameter;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;
import org.springframework.web.servlet.mvc.method.annotation.RequestResponseBodyMethodProcessor;

/**
 * Reads plain JSON bodies without Spring's search for a converter, which takes longer than the
 * reading itself; all others as Spring does. Puts {@link QueryParameters} in their place too.
 */
@Component
final class JsonBodyArguments extends RequestResponseBodyMethodProcessor
    implements SmartInitializingSingleton {

  private final RequestMappingHandlerAdapter adapter;
  private final JsonBodyConverter json;

  JsonBodyArguments(RequestMappingHandlerAdapter adapter) {
    super(adapter.getMessageConverters());
    this.adapter = adapter;
    this.json = JsonBodyConverter.of(adapter);
  }

  /** Comes before Spring's own. */
  @Override
  public void afterSingletonsInstantiated() {
    List<HandlerMethodArgumentResolver> resolvers =
        new ArrayList<>(List.of(this, new QueryParameters()));
    resolvers.addAll(Objects.requireNonNull(adapter.getArgumentResolvers()));
    adapter.setArgumentResolvers(resolvers);
  }

  @Override
  protected @Nullable Object readWithMessageConverters(
      NativeWebRequest web, MethodParameter parameter, Type type)
      throws IOException, HttpMediaTypeNotSupportedException {
    HttpServletRequest request =
        Objects.requireNonNull(web.getNativeRequest(HttpServletRequest.class));
    long length = request.getContentLengthLong();
    if (length <= 0 || !MediaType.APPLICATION_JSON_VALUE.equals(request.getContentType())) {
      return super.readWithMessageConverters(web, parameter, type);
    }
    ServletServerHttpRequest message = new ServletServerHttpRequest(request);
    try {
      return json.read(type, message, length, false);
    } catch (IOException broken) {
      throw new HttpMessageNotReadableException("The body broke off.", broken, message);
    }
  }
}

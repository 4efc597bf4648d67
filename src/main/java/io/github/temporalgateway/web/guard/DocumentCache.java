package io.github.temporalgateway.web.guard;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.PathContainer;
import org.springframework.http.server.RequestPath;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;
import org.springframework.web.util.ServletRequestPathUtils;
import org.springframework.web.util.UriUtils;

/**
 * Keeps the text of the API document, which springdoc writes anew for each caller. That takes a
 * processor a tenth of a second, so that a few hundred callers would keep all others waiting.
 */
final class DocumentCache extends OncePerRequestFilter {

  /** A proxy's prefix is part of the path and of the document; nobody may fill memory with them. */
  private static final int MOST = 32;

  private static final Set<String> READING = Set.of("GET", "HEAD");

  private final Cache<String, Document> documents = Caffeine.newBuilder().maximumSize(MOST).build();
  private final ReentrantLock writing = new ReentrantLock();

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (!READING.contains(request.getMethod())) {
      chain.doFilter(request, response);
      return;
    }
    String name = name(request);
    Document known = documents.getIfPresent(name);
    if (known == null) {
      writeAnew(name, request, response, chain);
    } else {
      known.writeTo(response);
    }
  }

  /** The same for all spellings of a path that lead to one document. */
  private static String name(HttpServletRequest request) {
    RequestPath path = ServletRequestPathUtils.parseAndCache(request);
    return path.contextPath().value()
        + path.pathWithinApplication().elements().stream()
            .map(element ->
                element instanceof PathContainer.PathSegment segment
                    ? UriUtils.encodePathSegment(segment.valueToMatch(), UTF_8)
                    : element.value())
            .collect(Collectors.joining());
  }

  private void writeAnew(
      String name, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    ContentCachingResponseWrapper copy = new ContentCachingResponseWrapper(response);
    Document known;
    writing.lock();
    try {
      known = documents.getIfPresent(name);
      if (known == null) {
        chain.doFilter(request, copy);
        if (copy.getStatus() == HttpStatus.OK.value()) {
          documents.put(name, new Document(copy.getContentType(), copy.getContentAsByteArray()));
        }
      }
    } finally {
      writing.unlock();
    }
    if (known == null) {
      copy.copyBodyToResponse();
    } else {
      known.writeTo(response);
    }
  }

  private record Document(@Nullable String type, byte[] text) {

    void writeTo(HttpServletResponse response) throws IOException {
      response.setContentType(type);
      response.setContentLength(text.length);
      response.getOutputStream().write(text);
    }
  }
}

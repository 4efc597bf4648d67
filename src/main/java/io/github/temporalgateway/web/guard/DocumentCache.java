package io.github.temporalgateway.web.guard;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Keeps the text of the API document, which springdoc writes anew for each caller. That takes a
 * processor a tenth of a second, so that a few hundred callers would keep all others waiting.
 */
final class DocumentCache extends OncePerRequestFilter {

  /** A proxy's prefix is part of the path and of the document; nobody may fill memory with them. */
  private static final int MOST = 32;

  private final Map<String, Document> documents = new ConcurrentHashMap<>();
  private final ReentrantLock writing = new ReentrantLock();

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Document known = documents.get(request.getRequestURI());
    if (known == null && request.getMethod().equals("GET")) {
      writeAnew(request, response, chain);
    } else if (known == null || !request.getMethod().equals("GET")) {
      chain.doFilter(request, response);
    } else {
      known.writeTo(response);
    }
  }

  private void writeAnew(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    ContentCachingResponseWrapper copy = new ContentCachingResponseWrapper(response);
    Document known;
    writing.lock();
    try {
      known = documents.get(request.getRequestURI());
      if (known == null) {
        chain.doFilter(request, copy);
        if (copy.getStatus() == HttpStatus.OK.value() && documents.size() < MOST) {
          documents.put(
              request.getRequestURI(),
              new Document(copy.getContentType(), copy.getContentAsByteArray()));
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

package io.github.temporalgateway.web.guard;

import java.util.List;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.eclipse.jetty.server.Request;

/** What answers say to browsers: how to treat them, and what a page may load. */
public final class SecurityHeaders {

  private static final String SWAGGER_UI = "/swagger-ui/";

  private static final List<HttpField> DATA =
      List.of(
          new PreEncodedHttpField("X-Content-Type-Options", "nosniff"),
          new PreEncodedHttpField("Cache-Control", "no-store"),
          new PreEncodedHttpField(
              "Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'"));
  private static final List<HttpField> PAGE =
      List.of(
          new PreEncodedHttpField("X-Content-Type-Options", "nosniff"),
          new PreEncodedHttpField("Cache-Control", "no-cache"),
          new PreEncodedHttpField(
              "Content-Security-Policy",
              "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline';"
                  + " object-src 'none'; base-uri 'none'; form-action 'self';"
                  + " frame-ancestors 'none'"),
          new PreEncodedHttpField("X-Frame-Options", "DENY"),
          new PreEncodedHttpField("Referrer-Policy", "no-referrer"));

  private SecurityHeaders() {}

  /** Adds them to an answer, which has none of them yet or loses them. */
  public static void addTo(HttpFields.Mutable answer, Request request) {
    String path = request.getHttpURI().getPath();
    for (HttpField field : path != null && path.startsWith(SWAGGER_UI) ? PAGE : DATA) {
      answer.put(field);
    }
  }
}

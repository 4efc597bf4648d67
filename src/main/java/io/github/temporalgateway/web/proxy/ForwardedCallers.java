package io.github.temporalgateway.web.proxy;

import java.util.Arrays;
import java.util.List;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Server;
import org.springframework.boot.jetty.servlet.JettyServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * Leaves only what trusted proxies wrote of a caller's address. Many proxies add to an {@code
 * X-Forwarded-For} that the caller has sent, and most pass its {@code Forwarded} (RFC 7239) on
 * untouched; Spring and Jetty take the first address of all. So callers could choose theirs, and
 * with it whose limits count and who is in the audit log.
 */
@Component
final class ForwardedCallers implements WebServerFactoryCustomizer<JettyServletWebServerFactory> {

  private final int trustedProxies;

  ForwardedCallers(ProxyProperties properties) {
    this.trustedProxies = properties.trustedProxies();
  }

  @Override
  public void customize(JettyServletWebServerFactory factory) {
    factory.addServerCustomizers(this::customize);
  }

  private void customize(Server server) {
    for (HttpConfiguration.ConnectionFactory protocol :
        server.getContainedBeans(HttpConfiguration.ConnectionFactory.class)) {
      // Before Jetty's own, which reads these fields where the strategy is "native".
      protocol
          .getHttpConfiguration()
          .getCustomizers()
          .addFirst((request, answer) -> believed(request));
    }
  }

  private Request believed(Request request) {
    HttpFields fields = request.getHeaders();
    boolean several = fields.contains(HttpHeader.X_FORWARDED_FOR);
    if (!several && !fields.contains(HttpHeader.FORWARDED)) {
      return request;
    }
    HttpFields.Mutable believed = HttpFields.build(fields);
    believed.remove(HttpHeader.FORWARDED);
    if (several) {
      believed.put(HttpHeader.X_FORWARDED_FOR, caller(fields));
    }
    return new Believed(request, believed.asImmutable());
  }

  private String caller(HttpFields fields) {
    List<String> addresses =
        fields.getFields(HttpHeader.X_FORWARDED_FOR).stream()
            .map(HttpField::getValue)
            .flatMap(value -> Arrays.stream(value.split(",")))
            .map(String::strip)
            .toList();
    return addresses.get(Math.max(0, addresses.size() - trustedProxies));
  }

  private static final class Believed extends Request.Wrapper {

    private final HttpFields fields;

    private Believed(Request request, HttpFields fields) {
      super(request);
      this.fields = fields;
    }

    @Override
    public HttpFields getHeaders() {
      return fields;
    }
  }
}

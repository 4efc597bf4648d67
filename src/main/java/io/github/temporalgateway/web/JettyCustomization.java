package io.github.temporalgateway.web;

import org.eclipse.jetty.ee11.webapp.AbstractConfiguration;
import org.eclipse.jetty.ee11.webapp.WebAppContext;
import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.http.UriCompliance.Violation;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.util.thread.ThreadPool;
import org.eclipse.jetty.util.thread.VirtualThreadPool;
import org.springframework.boot.jetty.autoconfigure.JettyServerProperties;
import org.springframework.boot.jetty.servlet.JettyServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * Makes Jetty hand over every id exactly as its caller wrote it, and answer its own failures as
 * problems. Temporal allows any text as an id, so {@code %2F}, {@code %2E%2E} and the like are
 * ordinary ids here and no attempts at another path: nothing in this application maps paths to
 * files, and all matching is done on the path as it was sent.
 *
 * <p>Spring Boot makes the actuator's port a context of its own, which takes this too because
 * {@code ManagementContextConfiguration.imports} names it.
 */
@Component
class JettyCustomization implements WebServerFactoryCustomizer<JettyServletWebServerFactory> {

  private static final int PLATFORM_THREADS = 50;

  /** Connections that arrive at once; Java's default of 50 makes others wait a second or more. */
  private static final int BACKLOG = 4096;

  /** Everything but what cannot be decoded to one text only, and NUL. */
  private static final UriCompliance EXACT_IDS =
      UriCompliance.UNSAFE.without(
          "EXACT_IDS",
          Violation.BAD_UTF8_ENCODING,
          Violation.TRUNCATED_UTF8_ENCODING,
          Violation.BAD_PERCENT_ENCODING,
          Violation.UTF16_ENCODINGS);

  /** Lines end in CRLF: where a proxy sees no end in a bare LF, it sees another request. */
  private static final HttpCompliance STRICT_LINES =
      HttpCompliance.RFC9110.without(
          "STRICT_LINES",
          HttpCompliance.Violation.LF_HEADER_TERMINATION,
          HttpCompliance.Violation.LF_CHUNK_TERMINATION);

  private final int maxRequests;

  JettyCustomization(JettyServerProperties properties) {
    this.maxRequests = properties.getThreads().getMax();
  }

  @Override
  public void customize(JettyServletWebServerFactory factory) {
    factory.setThreadPool(threads(maxRequests));
    factory.addServerCustomizers(JettyCustomization::customize);
    factory.addConfigurations(new ContextConfiguration());
  }

  /**
   * Requests run on virtual threads, but Jetty's own selecting and accepting on platform threads.
   * On virtual ones they were seen to sleep through events for good, with connections left in the
   * backlog: a selector then waits for a poller that waits for another poller.
   */
  private static ThreadPool threads(int maxRequests) {
    QueuedThreadPool platform = new QueuedThreadPool(PLATFORM_THREADS);
    platform.setName("jetty");
    VirtualThreadPool requests = new VirtualThreadPool(maxRequests);
    requests.setName("request");
    platform.setVirtualThreadsExecutor(requests);
    platform.addBean(requests);
    return platform;
  }

  private static void customize(Server server) {
    server.setErrorHandler(new ProblemErrorHandler());
    server.insertHandler(new UnreadBodies());
    for (Connector connector : server.getConnectors()) {
      if (connector instanceof ServerConnector listening) {
        listening.setAcceptQueueSize(BACKLOG);
      }
    }
    for (HttpConfiguration.ConnectionFactory factory :
        server.getContainedBeans(HttpConfiguration.ConnectionFactory.class)) {
      HttpConfiguration configuration = factory.getHttpConfiguration();
      configuration.setUriCompliance(EXACT_IDS);
      configuration.setHttpCompliance(STRICT_LINES);
      configuration.setSendServerVersion(false);
      // Parameters are those of the query, whatever a body says.
      configuration.setFormEncodedMethods();
      configuration.addCustomizer(JettyCustomization::refuse);
      // Whether a certificate fits the name is for callers to judge. Jetty would refuse those
      // that come by another name or an address, such as Kubernetes' probes.
      SecureRequestCustomizer secure = configuration.getCustomizer(SecureRequestCustomizer.class);
      if (secure != null) {
        secure.setSniHostCheck(false);
      }
    }
  }

  /**
   * Refuses what later code would misread: a bare semicolon cuts the id before it, so that another
   * thing than the caller's would be acted on; a query that cannot be decoded would fail wherever
   * the first parameter is read.
   */
  private static Request refuse(Request request, HttpFields.Mutable responseHeaders) {
    HttpURI uri = request.getHttpURI();
    if (uri.getPath() == null || uri.getPath().indexOf(';') >= 0) {
      throw new HttpException.RuntimeException(HttpStatus.BAD_REQUEST_400);
    }
    if (uri.getQuery() != null && uri.getQuery().indexOf('%') >= 0) {
      decode(request);
    }
    return request;
  }

  private static void decode(Request request) {
    try {
      Request.extractQueryParameters(request);
    } catch (IllegalArgumentException undecodable) {
      throw new HttpException.RuntimeException(HttpStatus.BAD_REQUEST_400, undecodable);
    }
  }

  /**
   * Comes after Spring Boot's own configuration, which installs an error handler of its own. Most
   * paths have an id in them, so keeping a chain of filters for each would only fill memory.
   */
  private static final class ContextConfiguration extends AbstractConfiguration {

    private ContextConfiguration() {
      super(new AbstractConfiguration.Builder());
    }

    @Override
    public void configure(WebAppContext context) {
      context.setErrorHandler(new ProblemErrorHandler());
      context.getServletHandler().setDecodeAmbiguousURIs(true);
      context.getServletHandler().setFilterChainsCached(false);
    }
  }
}

package io.github.temporalgateway.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.temporalgateway.testing.OwnGateway;
import io.github.temporalgateway.testing.RealGateway;
import io.github.temporalgateway.testing.TemporalDevServer;
import io.github.temporalgateway.testing.TokenIssuer;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A person opens Swagger UI, presses Execute and sees a Workflow run. */
class SwaggerUiIT extends RealGateway {

  private static final String START = "#operations-Workflows-startWorkflow";

  @LocalServerPort private int port;

  @Test
  void prefilledStartRunsTheSample() {
    try (Browser browser = Browser.open()) {
      URI home = URI.create("http://127.0.0.1:" + port + "/");
      browser.go(home.resolve("swagger-ui.html"));
      browser.click(START + " .opblock-summary-control");
      browser.screenshot(Path.of("target", "swagger-ui", "form.png"));
      browser.click(START + " .btn.execute");
      browser.waitForText(
          START + " .live-responses-table tbody .response-col_description", "Hello, World!");
      browser.scrollTo(START + " .live-responses-table");
      browser.screenshot(Path.of("target", "swagger-ui", "answer.png"));

      assertThat(browser.texts(START + " .live-responses-table tbody .response-col_status"))
          .anyMatch(status -> status.startsWith("200"));
      assertThat(browser.texts(START + " .curl"))
          .anyMatch(curl -> curl.contains("Prefer: wait=10"));
      assertThat(browser.texts(START + " .curl")).noneMatch(curl -> curl.contains("Idempotency"));
      assertThat(browser.complaints()).isEmpty();
      assertThat(browser.requests())
          .isNotEmpty()
          .allMatch(request -> request.getAuthority().equals(home.getAuthority()));
    }
  }

  @Test
  void authorizeButtonLogsIn(TemporalDevServer server, @TempDir Path folder) {
    TokenIssuer issuer = new TokenIssuer("k1");
    Path keys = TokenIssuer.publish(folder.resolve("jwks.json"), issuer);
    try (OwnGateway own = OwnGateway.start(server.target(), TokenIssuer.settings(keys));
        Browser browser = Browser.open()) {
      browser.go(URI.create("http://127.0.0.1:" + own.port() + "/swagger-ui.html"));
      browser.click(".auth-wrapper .btn.authorize");
      browser.find("#auth-bearer-value").sendKeys(issuer.token("ui", "default:write"));
      browser.click(".auth-container:has(#auth-bearer-value) .btn.authorize");
      browser.click(".btn-done");
      browser.click(START + " .opblock-summary-control");
      browser.click(START + " .btn.execute");
      browser.waitForText(
          START + " .live-responses-table tbody .response-col_description", "Hello, World!");
    }
  }

  @Test
  void pageShowsTheFormsOfTheDefaultNamespaceInTheirOrder() {
    try (Browser browser = Browser.open()) {
      browser.go(URI.create("http://127.0.0.1:" + port + "/swagger-ui.html"));

      assertThat(browser.texts(".opblock-summary-path"))
          .isNotEmpty()
          .startsWith("/workflows")
          .noneMatch(path -> path.startsWith("/namespaces/{namespace}/"));
      assertThat(browser.texts(".opblock-tag")).first().asString().startsWith("Workflows");
      browser.screenshot(Path.of("target", "swagger-ui", "page.png"));
    }
  }
}

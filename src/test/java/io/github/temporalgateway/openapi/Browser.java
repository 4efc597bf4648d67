package io.github.temporalgateway.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A headless Chromium that remembers what it was told and what it fetched. */
final class Browser implements AutoCloseable {

  private static final String REQUIRED = "GATEWAY_REQUIRE_BROWSER";
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final ChromeDriver driver;
  private final WebDriverWait patience;

  private Browser(Path chromium, Path chromedriver) {
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.ALL);
    logs.enable(LogType.PERFORMANCE, Level.ALL);
    ChromeOptions options =
        new ChromeOptions()
            .setBinary(chromium.toString())
            .addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--no-first-run",
                "--window-size=1280,1600");
    options.setAcceptInsecureCerts(true);
    options.setCapability("goog:loggingPrefs", logs);
    driver =
        new ChromeDriver(
            new ChromeDriverService.Builder()
                .usingDriverExecutable(chromedriver.toFile())
                .withSilent(true)
                .build(),
            options);
    patience = new WebDriverWait(driver, PATIENCE);
  }

  /** Starts one; the test is skipped where there is none, unless it must not be. */
  static Browser open() {
    Path chromium = Path.of("/usr/bin/chromium");
    Path chromedriver = Path.of("/usr/bin/chromedriver");
    if (!Files.isExecutable(chromium) || !Files.isExecutable(chromedriver)) {
      String message =
          "NO BROWSER: Swagger UI was not tested. Install %s and %s (Debian: chromium, chromium-driver)."
              .formatted(chromium, chromedriver);
      System.err.println(message);
      assertThat(System.getenv(REQUIRED)).as(message).isNotEqualTo("1");
      Assumptions.abort(message);
    }
    return new Browser(chromium, chromedriver);
  }

  void go(URI page) {
    driver.get(page.toString());
  }

  /** The first element of a selector, once it is shown. */
  WebElement find(String selector) {
    return patience.until(ExpectedConditions.visibilityOfElementLocated(By.cssSelector(selector)));
  }

  /** The texts of all elements of a selector. */
  List<String> texts(String selector) {
    find(selector);
    return driver.findElements(By.cssSelector(selector)).stream().map(WebElement::getText).toList();
  }

  void click(String selector) {
    find(selector);
    patience.until(ExpectedConditions.elementToBeClickable(By.cssSelector(selector))).click();
  }

  void scrollTo(String selector) {
    driver.executeScript("arguments[0].scrollIntoView()", find(selector));
  }

  void waitForText(String selector, String text) {
    patience.until(
        ExpectedConditions.textToBePresentInElementLocated(By.cssSelector(selector), text));
  }

  /** What the pages complained about. */
  List<String> complaints() {
    return entries(LogType.BROWSER)
        .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
        .map(LogEntry::getMessage)
        .toList();
  }

  /** Every address that the pages asked for. */
  List<URI> requests() {
    return entries(LogType.PERFORMANCE)
        .map(entry -> JsonMapper.shared().readTree(entry.getMessage()).at("/message"))
        .filter(event -> event.path("method").asString("").equals("Network.requestWillBeSent"))
        .map(event -> event.at("/params/request/url"))
        .map(JsonNode::asString)
        .filter(url -> !url.startsWith("data:") && !url.startsWith("blob:"))
        .map(URI::create)
        .toList();
  }

  void screenshot(Path file) {
    try {
      Files.createDirectories(file.getParent());
      Files.write(file, driver.getScreenshotAs(OutputType.BYTES));
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  private Stream<LogEntry> entries(String type) {
    return driver.manage().logs().get(type).getAll().stream();
  }

  @Override
  public void close() {
    driver.quit();
  }
}

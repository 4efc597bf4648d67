package io.github.temporalgateway.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/**
 * A real Temporal Service in a process of its own, with its own ports and its own database file. It
 * ends with this JVM at the latest.
 *
 * <p>Between {@link #stop()} and {@link #start()} the address and the database stay the same, so a
 * test can take the service away and bring it back.
 */
public final class TemporalDevServer implements AutoCloseable {

  /** The typed search attributes that every dev server of ours knows in addition to its own. */
  public static final Map<String, String> SEARCH_ATTRIBUTES =
      Map.of(
          "CustomKeyword", "Keyword",
          "CustomInt", "Int",
          "CustomDouble", "Double",
          "CustomBool", "Bool",
          "CustomTime", "Datetime",
          "CustomText", "Text",
          "CustomList", "KeywordList");

  /** Most servers cannot pause executions unless they are told to. */
  private static final List<String> USUAL = List.of("frontend.WorkflowPauseEnabled=true");

  private static final String HOST = "127.0.0.1";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Path folder;
  private final int port;
  private final int httpPort;
  private final OptionalInt uiPort;
  private final Path log;
  private volatile @Nullable Process process;
  private final List<String> settings;
  private @Nullable String namespace;

  private TemporalDevServer(int port, OptionalInt uiPort, List<String> settings) {
    this.port = port;
    this.settings = settings;
    this.httpPort = Ports.free();
    this.uiPort = uiPort;
    try {
      this.folder = Files.createTempDirectory("temporal-dev-server-");
      this.log =
          Files.createDirectories(Path.of("target"))
              .resolve("temporal-dev-server-" + port + ".log")
              .toAbsolutePath();
      Files.deleteIfExists(log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Runtime.getRuntime().addShutdownHook(new Thread(this::close, "end-temporal-dev-server"));
  }

  /** Starts a server on free ports, without a user interface. */
  public static TemporalDevServer startOnFreePorts() {
    return started(new TemporalDevServer(Ports.free(), OptionalInt.empty(), USUAL));
  }

  /**
   * Starts a server on free ports that is set up in its own way.
   *
   * @param settings its dynamic configuration, as {@code name=value}
   */
  public static TemporalDevServer startWith(String... settings) {
    return started(new TemporalDevServer(Ports.free(), OptionalInt.empty(), List.of(settings)));
  }

  /** Starts a server that has a further Namespace. */
  public static TemporalDevServer startWithNamespace(String namespace) {
    TemporalDevServer server = new TemporalDevServer(Ports.free(), OptionalInt.empty(), USUAL);
    server.namespace = namespace;
    return started(server);
  }

  /** Starts a server with its user interface, on the usual ports where they are free. */
  public static TemporalDevServer startWithUi() {
    return started(
        new TemporalDevServer(Ports.freeOr(7233), OptionalInt.of(Ports.freeOr(8233)), USUAL));
  }

  private static TemporalDevServer started(TemporalDevServer server) {
    try {
      server.start();
      return server;
    } catch (RuntimeException e) {
      server.close();
      throw e;
    }
  }

  /** Starts the process on its address and database, and returns when the service is usable. */
  public void start() {
    if (isRunning()) {
      return;
    }
    try {
      process =
          new ProcessBuilder(command())
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
              .start();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot start the Temporal dev server", e);
    }
    try (var probe = new TemporalProbe(target())) {
      probe.awaitUsable(PATIENCE, SEARCH_ATTRIBUTES.keySet(), this::isRunning);
    } catch (RuntimeException e) {
      kill();
      throw new IllegalStateException("The Temporal dev server did not start:\n" + logTail(), e);
    }
  }

  /** Ends the process in good order. Its address and its data are kept for another start. */
  public void stop() {
    Process running = process;
    if (running != null) {
      resume();
      running.destroy();
      Commands.endsWithin(Duration.ofSeconds(10), running);
    }
  }

  /** Ends the process at once, as a crash of its machine would. */
  public void kill() {
    Process running = process;
    if (running != null) {
      running.destroyForcibly().onExit().join();
    }
  }

  /** Freezes the process: its port still accepts connections, and nothing answers. */
  public void suspend() {
    signal("STOP");
  }

  /** Lets a frozen process go on. */
  public void resume() {
    signal("CONT");
  }

  /** Tells whether the process lives, be it frozen or not. */
  public boolean isRunning() {
    Process running = process;
    return running != null && running.isAlive();
  }

  /** Returns the address for gRPC, as {@code host:port}. */
  public String target() {
    return HOST + ":" + port;
  }

  /** Returns the address of the service's own HTTP API, as {@code host:port}. */
  public String httpTarget() {
    return HOST + ":" + httpPort;
  }

  /** Returns where a browser finds the user interface, or null when it was not asked for. */
  public @Nullable String uiUrl() {
    return uiPort.isPresent() ? "http://localhost:" + uiPort.getAsInt() : null;
  }

  /** Returns the version that the server tells about itself. */
  public String serverVersion() {
    try (var probe = new TemporalProbe(target())) {
      return probe.serverVersion();
    }
  }

  /** Ends the process and deletes its data. */
  @Override
  public void close() {
    kill();
    try {
      FileSystemUtils.deleteRecursively(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<String> command() {
    List<String> command = new ArrayList<>();
    command.add(TemporalCli.findOrFetch().toString());
    command.addAll(List.of("server", "start-dev", "--ip", HOST, "--log-level", "warn"));
    command.addAll(List.of("--port", Integer.toString(port)));
    command.addAll(List.of("--http-port", Integer.toString(httpPort)));
    command.addAll(List.of("--db-filename", folder.resolve("temporal.db").toString()));
    settings.forEach(setting -> command.addAll(List.of("--dynamic-config-value", setting)));
    SEARCH_ATTRIBUTES.forEach(
        (name, type) -> command.addAll(List.of("--search-attribute", name + "=" + type)));
    String further = namespace;
    if (further != null) {
      command.addAll(List.of("--namespace", further));
    }
    if (uiPort.isPresent()) {
      String at = Integer.toString(uiPort.getAsInt());
      command.addAll(List.of("--ui-port", at, "--ui-disable-news-fetch"));
    } else {
      command.add("--headless");
    }
    return command;
  }

  private void signal(String name) {
    Process running = process;
    if (running != null && running.isAlive()) {
      String pid = Long.toString(running.pid());
      Commands.run(Duration.ofSeconds(5), List.of("kill", "-" + name, pid));
    }
  }

  private String logTail() {
    try {
      List<String> lines = Files.readAllLines(log);
      return String.join("\n", lines.subList(Math.max(0, lines.size() - 20), lines.size()));
    } catch (IOException e) {
      return "(its log cannot be read: " + e.getMessage() + ")";
    }
  }
}

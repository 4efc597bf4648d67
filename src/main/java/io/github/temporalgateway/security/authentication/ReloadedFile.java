package io.github.temporalgateway.security.authentication;

import io.github.temporalgateway.security.InsecureStartException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a file says, as of a second ago at most. Who asks reads it again, so a file that is replaced
 * is in force with the next request. What cannot be read leaves what was read before in force.
 */
final class ReloadedFile<T> {

  private static final Logger log = LoggerFactory.getLogger(ReloadedFile.class);

  private static final long BETWEEN_LOOKS = TimeUnit.SECONDS.toNanos(1);

  private final String setting;
  private final Path path;
  private final Function<String, T> parser;
  private final AtomicLong looked = new AtomicLong(System.nanoTime());
  private volatile Content<T> content;
  private volatile String problem = "";

  /**
   * Reads the file for the first time.
   *
   * @param setting the setting that names it
   * @param parser throws {@link IllegalArgumentException} with a sentence about what is wrong
   * @throws InsecureStartException when it is of no use
   */
  ReloadedFile(String setting, String file, Function<String, T> parser) {
    this.setting = setting;
    this.parser = parser;
    try {
      this.path = Path.of(file);
      String text = read(path);
      this.content = new Content<>(text, parser.apply(text));
    } catch (InvalidPathException noPath) {
      throw mistake("%s is no path of a file.".formatted(setting));
    } catch (IOException unreadable) {
      throw mistake("%s names the file %s, which cannot be read.".formatted(setting, file));
    } catch (IllegalArgumentException wrong) {
      throw mistake(
          "%s names the file %s, which is wrong: %s".formatted(setting, file, wrong.getMessage()));
    }
  }

  private static InsecureStartException mistake(String sentence) {
    return new InsecureStartException(
        sentence, "Correct the file or the setting; docs/security.md shows what belongs there.");
  }

  T get() {
    long last = looked.get();
    long now = System.nanoTime();
    if (now - last >= BETWEEN_LOOKS && looked.compareAndSet(last, now)) {
      look();
    }
    return content.value();
  }

  private void look() {
    String found = "";
    try {
      String text = read(path);
      if (!text.equals(content.text())) {
        content = new Content<>(text, parser.apply(text));
        log.info("{}: {} has changed and is in force.", setting, path);
      }
    } catch (IOException unreadable) {
      found = "It cannot be read.";
    } catch (IllegalArgumentException wrong) {
      found = String.valueOf(wrong.getMessage());
    }
    if (!found.isEmpty() && !found.equals(problem)) {
      log.warn("{}: {} is left as it was before. {}", setting, path, found);
    }
    problem = found;
  }

  private static String read(Path path) throws IOException {
    return Files.readString(path, StandardCharsets.UTF_8);
  }

  private record Content<T>(String text, T value) {}
}

package io.github.temporalgateway.security.authentication;

import io.github.temporalgateway.kernel.Caller;
import io.github.temporalgateway.kernel.CallerKind;
import io.github.temporalgateway.security.Access;
import io.github.temporalgateway.security.Permissions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.handler.NoUnboundElementsBindHandler;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.ByteArrayResource;

/** Reads files of callers. */
final class CallersFile {

  private static final int MOST_KEYS = 2;

  private static final Pattern SHA256 = Pattern.compile("[0-9a-fA-F]{64}");

  private CallersFile() {}

  /**
   * Reads one.
   *
   * @throws IllegalArgumentException with a sentence about what is wrong, which quotes no hash
   */
  static List<CallerEntry> parse(String yaml) {
    List<CallerEntry> callers = bind(yaml);
    Set<String> ids = new HashSet<>();
    Map<String, String> owners = new HashMap<>();
    for (CallerEntry caller : callers) {
      check(caller);
      if (!ids.add(caller.id())) {
        throw new IllegalArgumentException("It has two callers '%s'.".formatted(caller.id()));
      }
      for (CallerEntry.Key key : caller.keys()) {
        String other = owners.put(key.sha256().toLowerCase(Locale.ROOT), caller.id());
        if (other != null) {
          throw new IllegalArgumentException(
              other.equals(caller.id())
                  ? "The caller '%s' has the same key twice.".formatted(other)
                  : "The callers '%s' and '%s' have the same key.".formatted(other, caller.id()));
        }
      }
    }
    return callers;
  }

  private static List<CallerEntry> bind(String yaml) {
    List<PropertySource<?>> sources;
    try {
      sources =
          new YamlPropertySourceLoader()
              .load("callers", new ByteArrayResource(yaml.getBytes(StandardCharsets.UTF_8)));
    } catch (IOException | RuntimeException unreadable) {
      throw new IllegalArgumentException("It is no YAML.");
    }
    try {
      return new Binder(ConfigurationPropertySources.from(sources))
          .bind(
              "callers",
              Bindable.listOf(CallerEntry.class),
              new NoUnboundElementsBindHandler(BindHandler.DEFAULT))
          .orElseThrow(() -> new IllegalArgumentException("It has no list of callers."));
    } catch (BindException wrong) {
      throw new IllegalArgumentException(
          "A caller has id, permissions and keys, each with sha256 and expires, and %s is wrong."
              .formatted(wrong.getName()));
    }
  }

  private static void check(CallerEntry caller) {
    if (caller.id() == null || caller.id().isBlank()) {
      throw new IllegalArgumentException("It has a caller without id.");
    }
    if (caller.keys().size() > MOST_KEYS) {
      throw new IllegalArgumentException(
          "The caller '%s' has more than two keys.".formatted(caller.id()));
    }
    if (caller.keys().stream()
        .anyMatch(key -> key.sha256() == null || !SHA256.matcher(key.sha256()).matches())) {
      throw new IllegalArgumentException(
          "The caller '%s' has a key whose sha256 is not 64 hexadecimal digits."
              .formatted(caller.id()));
    }
    caller.permissions().stream()
        .filter(Permissions::isEmpty)
        .findFirst()
        .ifPresent(permission -> {
          throw new IllegalArgumentException(
              "The caller '%s' has the permission '%s', which grants nothing."
                  .formatted(caller.id(), permission));
        });
  }

  /** What a caller may do who has proved to be one of these. */
  static Access access(CallerEntry entry, CallerKind kind) {
    return new Access(new Caller(entry.id(), kind), Permissions.of(entry.permissions()));
  }
}

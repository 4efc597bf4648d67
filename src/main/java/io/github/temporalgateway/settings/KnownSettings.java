package io.github.temporalgateway.settings;

import io.github.temporalgateway.kernel.Nearest;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The settings below {@code gateway.} that this build has, as the compiler wrote them down.
 *
 * @param types type of each setting by its name
 */
record KnownSettings(SortedMap<String, String> types) {

  /** What all settings of ours begin with. */
  static final String PREFIX = "gateway.";

  private static final String METADATA = "META-INF/spring-configuration-metadata.json";

  /** What a cluster sets by itself for a service whose name begins like ours. */
  private static final Pattern SERVICE_LINK =
      Pattern.compile(
          ".*_(SERVICE_HOST|SERVICE_PORT(_.*)?|PORT|PORT_\\d+_(TCP|UDP|SCTP)(_(ADDR|PORT|PROTO))?)");

  /** Reads what is known; nothing is, when an editor compiled without annotation processors. */
  static KnownSettings load() {
    try {
      KnownSettings besides = read(besides(KnownSettings.class));
      if (!besides.types.isEmpty()) {
        return besides;
      }
      // The executable jar has its classes in a folder, and this file where all jars have it.
      for (URL metadata : Collections.list(loader().getResources(METADATA))) {
        KnownSettings found = read(metadata);
        if (!found.types.isEmpty()) {
          return found;
        }
      }
      return besides;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static KnownSettings read(URL metadata) throws IOException {
    SortedMap<String, String> types = new TreeMap<>();
    try (InputStream stream = metadata.openStream()) {
      byte[] text = stream.readAllBytes();
      if (new String(text, StandardCharsets.UTF_8).contains('"' + PREFIX)) {
        for (JsonNode property : JsonMapper.shared().readTree(text).path("properties")) {
          String name = property.path("name").asString();
          if (name.startsWith(PREFIX)) {
            types.put(name, property.path("type").asString(""));
          }
        }
      }
    } catch (FileNotFoundException _) {
      // Not every place has the file.
    }
    return new KnownSettings(types);
  }

  private static ClassLoader loader() {
    return Objects.requireNonNull(KnownSettings.class.getClassLoader());
  }

  private static URL besides(Class<?> type) throws IOException {
    String path = type.getName().replace('.', '/') + ".class";
    String url = String.valueOf(loader().getResource(path));
    return URI.create(url.substring(0, url.length() - path.length()) + METADATA).toURL();
  }

  /** Whether a name in any of the spellings that Spring takes is a setting, or within one. */
  boolean has(String name) {
    ConfigurationPropertyName wanted = ConfigurationPropertyName.adapt(name, '.');
    return types.entrySet().stream()
        .anyMatch(entry -> {
          ConfigurationPropertyName known = ConfigurationPropertyName.of(entry.getKey());
          return known.equals(wanted)
              || (known.isAncestorOf(wanted)
                  && (isMap(entry.getValue())
                      || (isList(entry.getValue()) && isElement(known, wanted, entry.getValue()))));
        });
  }

  /** Whether settings begin with this name. */
  boolean hasGroup(String name) {
    ConfigurationPropertyName group = ConfigurationPropertyName.adapt(name, '.');
    return types.keySet().stream()
        .anyMatch(key -> group.isAncestorOf(ConfigurationPropertyName.of(key)));
  }

  /**
   * Whether an environment variable is a mistake: it begins like our settings and is none. Others'
   * variables may begin with {@code GATEWAY_} too.
   */
  boolean isMistaken(String variable) {
    String name = variable.toUpperCase(Locale.ROOT);
    boolean known =
        types.entrySet().stream()
            .anyMatch(entry ->
                isSpelling(name, upper(entry.getKey(), ""), entry.getValue())
                    || isSpelling(name, upper(entry.getKey(), "_"), entry.getValue()));
    return !known
        && !SERVICE_LINK.matcher(name).matches()
        && (types.keySet().stream().anyMatch(key -> name.startsWith(upper(groupOf(key), "") + "_"))
            || nearest(name).isPresent());
  }

  /** The setting that was probably meant. */
  Optional<String> nearest(String name) {
    String plain = name.replace('_', '.').replace("-", "").toLowerCase(Locale.ROOT);
    return Nearest.to(plain, types.keySet().stream().map(key -> key.replace("-", "")).toList())
        .flatMap(found ->
            types.keySet().stream().filter(key -> key.replace("-", "").equals(found)).findFirst());
  }

  private static boolean isSpelling(String name, String spelling, String type) {
    return name.equals(spelling)
        || (name.startsWith(spelling + "_")
            && (isMap(type)
                || (isList(type)
                    && name.substring(spelling.length())
                        .matches(isOfGroups(type) ? "_\\d+_.*" : "_\\d+_?"))));
  }

  /** What is within the elements of a list is for its own module to know. */
  private static boolean isElement(
      ConfigurationPropertyName known, ConfigurationPropertyName wanted, String type) {
    return (isOfGroups(type) || wanted.getNumberOfElements() == known.getNumberOfElements() + 1)
        && wanted.isNumericIndex(known.getNumberOfElements());
  }

  private static boolean isOfGroups(String type) {
    return type.contains("<" + KnownSettings.class.getPackageName().replaceAll("\\.\\w+$", "."));
  }

  private static boolean isMap(String type) {
    return type.startsWith("java.util.Map");
  }

  private static boolean isList(String type) {
    return type.matches("java\\.util\\.(List|Set|Collection)\\b.*|.*\\[]");
  }

  private static String upper(String name, String dash) {
    return name.replace("-", dash).replace('.', '_').toUpperCase(Locale.ROOT);
  }

  private static String groupOf(String key) {
    int end = key.indexOf('.', PREFIX.length());
    return end < 0 ? key : key.substring(0, end);
  }
}

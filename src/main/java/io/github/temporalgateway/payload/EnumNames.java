package io.github.temporalgateway.payload;

import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.ProtocolMessageEnum;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Temporal's enums without the prefix that protobuf makes them carry. */
public final class EnumNames {

  private static final Pattern HUMP = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");

  private EnumNames() {}

  /**
   * The name on the wire.
   *
   * @param prefix of the protobuf constant, such as {@code WORKFLOW_EXECUTION_STATUS_}
   * @return such as {@code RUNNING}; null when unspecified; {@code UNKNOWN} when this gateway is
   *     too old to know it
   */
  public static <E extends Enum<E> & ProtocolMessageEnum> @Nullable String shortName(
      E value, String prefix) {
    if (value.name().equals("UNRECOGNIZED")) {
      return "UNKNOWN";
    }
    String name =
        value.name().startsWith(prefix) ? value.name().substring(prefix.length()) : value.name();
    return name.equals("UNSPECIFIED") ? null : name;
  }

  /** The name on the wire of a constant that is only known by its descriptor. */
  static String shortName(EnumValueDescriptor value) {
    if (value.getIndex() < 0) {
      return "UNKNOWN";
    }
    String prefix =
        HUMP.matcher(value.getType().getName()).replaceAll("_").toUpperCase(Locale.ROOT) + "_";
    String name = value.getName();
    return name.startsWith(prefix) ? name.substring(prefix.length()) : name;
  }
}

package io.github.temporalgateway.payload;

import com.google.protobuf.ProtocolMessageEnum;
import org.jspecify.annotations.Nullable;

/** Temporal's enums without the prefix that protobuf makes them carry. */
public final class EnumNames {

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
}

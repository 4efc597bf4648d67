package io.github.temporalgateway.kernel;

import io.github.temporalgateway.problem.RefusedException;
import io.github.temporalgateway.problem.Violation;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;

/**
 * How any id travels as one path segment: plain when it needs no encoding anywhere, otherwise as
 * {@code ~} and its base64url form (RFC 4648 §5, no padding), which no proxy rewrites.
 */
public final class PathId {

  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._:@+=-]+");

  private PathId() {}

  /** The canonical segment for an id, as the gateway writes it into links. */
  public static String encode(String id) {
    boolean plain = PLAIN.matcher(id).matches() && !id.equals(".") && !id.equals("..");
    return plain
        ? id
        : "~"
            + Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(id.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Reads an id from a percent-decoded segment.
   *
   * @param parameter name of the path parameter, for the error
   * @throws RefusedException 422 when the segment is no valid id
   */
  public static String decode(String parameter, String segment) {
    String id = segment.startsWith("~") ? decodeBase64(parameter, segment) : segment;
    Identifiers.complaint(id)
        .ifPresent(complaint -> {
          throw RefusedException.invalid(Violation.ofParameter(parameter, complaint));
        });
    return id;
  }

  private static String decodeBase64(String parameter, String segment) {
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(segment.substring(1));
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (IllegalArgumentException | CharacterCodingException _) {
      throw RefusedException.invalid(
          Violation.ofParameter(
              parameter, "After ~ the base64url form (no padding) of a UTF-8 text must follow."));
    }
  }
}

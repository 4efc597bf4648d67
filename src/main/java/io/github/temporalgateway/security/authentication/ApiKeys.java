package io.github.temporalgateway.security.authentication;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.temporalgateway.kernel.CallerKind;
import io.github.temporalgateway.security.InsecureStartException;
import jakarta.servlet.http.HttpServletRequest;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.AuthenticationConverter;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;

/** Knows callers by keys, of which it knows only the hashes. */
final class ApiKeys implements AuthenticationConverter, AuthenticationProvider {

  /** The header with the key. */
  static final String HEADER = "X-API-Key";

  private final ReloadedFile<List<LiveKey>> file;
  private final InstantSource clock;

  ApiKeys(ApiKeyProperties properties, InstantSource clock) {
    if (properties.file() == null) {
      throw new InsecureStartException(
          "gateway.security.mode has api-key, and gateway.security.api-keys.file is not set.",
          "Set it to the file with the hashes of the keys.");
    }
    this.file =
        new ReloadedFile<>("gateway.security.api-keys.file", properties.file(), ApiKeys::parse);
    this.clock = clock;
  }

  private static List<LiveKey> parse(String yaml) {
    List<LiveKey> keys = new ArrayList<>();
    for (CallerEntry caller : CallersFile.parse(yaml)) {
      CheckedCaller checked = new CheckedCaller(CallersFile.access(caller, CallerKind.API_KEY));
      for (CallerEntry.Key key : caller.keys()) {
        keys.add(new LiveKey(HexFormat.of().parseHex(key.sha256()), key.expires(), checked));
      }
    }
    return List.copyOf(keys);
  }

  @Override
  public @Nullable Authentication convert(HttpServletRequest request) {
    String key = request.getHeader(HEADER);
    return key == null ? null : new Presented(key);
  }

  /** Compares with every key there is, so that the time it takes tells nothing of any. */
  @Override
  public Authentication authenticate(Authentication presented) {
    byte[] hash = sha256(String.valueOf(presented.getCredentials()));
    CheckedCaller found = null;
    for (LiveKey key : file.get()) {
      if (MessageDigest.isEqual(key.hash(), hash) && key.isLive(clock.instant())) {
        found = key.caller();
      }
    }
    if (found == null) {
      throw new BadCredentialsException("The key is not known, or it has expired.");
    }
    return found;
  }

  @Override
  public boolean supports(Class<?> type) {
    return type == Presented.class;
  }

  private static byte[] sha256(String key) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(key.getBytes(UTF_8));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private record LiveKey(byte[] hash, @Nullable Instant expires, CheckedCaller caller) {

    private boolean isLive(Instant now) {
      return expires == null || now.isBefore(expires);
    }
  }

  private static final class Presented extends PreAuthenticatedAuthenticationToken {

    private static final long serialVersionUID = 1;

    private Presented(String key) {
      super("", key);
    }
  }
}

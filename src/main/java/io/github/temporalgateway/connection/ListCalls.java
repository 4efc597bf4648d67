package io.github.temporalgateway.connection;

import com.google.protobuf.ByteString;
import io.github.temporalgateway.kernel.PageRequest;
import io.github.temporalgateway.problem.GatewayException;
import java.util.function.Function;

/** Calls for one page of a list. */
public final class ListCalls {

  private ListCalls() {}

  /**
   * Asks for a page. Temporal says of a wrong token only that something went wrong: it is the
   * token's fault when the same question without it is answered.
   *
   * @param list makes the call with a token, which is empty for the first page
   * @throws GatewayException 422 when the token is none of Temporal's
   */
  public static <R> R page(PageRequest page, Function<ByteString, R> list) {
    try {
      return list.apply(ByteString.copyFrom(page.temporalToken()));
    } catch (GatewayException failed) {
      throw page.token().isEmpty() ? failed : explained(failed, list);
    }
  }

  private static GatewayException explained(GatewayException failed, Function<ByteString, ?> list) {
    boolean maybeToken =
        switch (failed.code()) {
          case TEMPORAL_ERROR, INVALID_ARGUMENT, INVALID_QUERY -> true;
          default -> false;
        };
    if (!maybeToken) {
      return failed;
    }
    try {
      var _ = list.apply(ByteString.EMPTY);
      return PageRequest.badToken();
    } catch (GatewayException _) {
      return failed;
    }
  }
}

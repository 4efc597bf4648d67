package io.github.temporalgateway.connection;

import com.google.protobuf.ByteString;
import io.github.temporalgateway.kernel.PageRequest;
import io.github.temporalgateway.problem.GatewayException;
import io.github.temporalgateway.problem.ProblemCode;
import io.github.temporalgateway.problem.RefusedException;
import io.github.temporalgateway.problem.TemporalException;
import io.temporal.api.workflowservice.v1.WorkflowServiceGrpc.WorkflowServiceBlockingStub;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Calls for lists: for one page, and by a query. */
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

  /**
   * Makes a call with a visibility query, which is what is wrong when Temporal refuses the request.
   *
   * @throws GatewayException also 422 {@code invalid-query}
   */
  public static <Q, R> R query(
      NamespaceConnection connection,
      BiFunction<WorkflowServiceBlockingStub, Q, R> rpc,
      Q request) {
    try {
      return connection.call(rpc, request, ProblemCode.NAMESPACE_NOT_FOUND);
    } catch (TemporalException refused) {
      throw refused.code() == ProblemCode.INVALID_ARGUMENT
          ? new RefusedException(ProblemCode.INVALID_QUERY, refused.detail())
          : refused;
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

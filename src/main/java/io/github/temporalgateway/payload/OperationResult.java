package io.github.temporalgateway.payload;

import io.temporal.api.common.v1.Payloads;
import java.util.List;
import org.springframework.http.MediaType;

/** What a Workflow, Query or Update returned, before it is known how it is to be shown. */
public final class OperationResult {

  private final Payloads payloads;

  /** A result as Temporal holds it; no payload at all is a null result. */
  public OperationResult(Payloads payloads) {
    this.payloads = payloads;
  }

  /** The result inside a JSON document. */
  public JsonValue json() {
    return PayloadMapper.toJson(PayloadMapper.single(payloads));
  }

  /**
   * The result as the whole answer.
   *
   * @param accept what the caller accepts; empty for anything
   */
  public ResultBody body(List<MediaType> accept) {
    return ResultBody.of(payloads, accept);
  }
}

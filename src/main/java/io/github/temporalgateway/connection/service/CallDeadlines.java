package io.github.temporalgateway.connection.service;

import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import java.time.Duration;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The longest deadlines that are set for single calls. The SDK would cut them at ten seconds.
 *
 * @param rpcTimeout of an operation
 * @param queryTimeout of a Query or an Update
 */
record CallDeadlines(
    @DefaultValue("8s") Duration rpcTimeout, @DefaultValue("10s") Duration queryTimeout) {

  WorkflowServiceStubsOptions.Builder applyTo(WorkflowServiceStubsOptions.Builder options) {
    // Shorter ones stay as the SDK has them, for calls that it makes by itself.
    Duration longest =
        longer(longer(rpcTimeout, queryTimeout), WorkflowServiceStubsOptions.DEFAULT_RPC_TIMEOUT);
    return options
        .setRpcTimeout(longest)
        .setRpcQueryTimeout(
            longer(queryTimeout, WorkflowServiceStubsOptions.DEFAULT_QUERY_RPC_TIMEOUT));
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? other : one;
  }
}

package io.github.temporalgateway.connection;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the gateway calls Temporal; where it connects to is {@code spring.temporal.*}.
 *
 * @param rpcTimeout deadline of one operation, all its retries included
 * @param retryFor how long an unreachable service is retried before the caller gets a 503
 * @param queryTimeout how long a Worker may take to answer a Query or to accept an Update
 * @param identity who the gateway says it is in histories; default {@code
 *     temporal-rest-gateway@<host>}; callers that are known come before it
 */
@ConfigurationProperties("gateway.temporal")
record TemporalProperties(
    @DefaultValue("8s") Duration rpcTimeout,
    @DefaultValue("3s") Duration retryFor,
    @DefaultValue("10s") Duration queryTimeout,
    @DefaultValue("") String identity) {}

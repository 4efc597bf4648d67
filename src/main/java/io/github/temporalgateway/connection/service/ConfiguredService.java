package io.github.temporalgateway.connection.service;

import io.github.temporalgateway.connection.credentials.Credentials;
import io.grpc.Metadata;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;

/**
 * A connection that is set up and not yet open.
 *
 * @param settings what was written
 * @param credentials what was read from the files
 * @param channel how its channel is kept
 * @param deadlines how long calls over it may take
 */
record ConfiguredService(
    ServiceSettings settings,
    Credentials credentials,
    ChannelProperties channel,
    CallDeadlines deadlines) {

  /** Puts TLS, keys and headers into the options of a channel to the service. */
  WorkflowServiceStubsOptions.Builder applyTo(WorkflowServiceStubsOptions.Builder options) {
    credentials.tls().ifPresent(options::setSslContext);
    if (credentials.hasApiKeyFile()) {
      options.addApiKey(credentials::apiKey);
    }
    if (!settings.grpcMeta().isEmpty()) {
      Metadata metadata = metadata();
      options.addGrpcMetadataProvider(() -> metadata);
    }
    String serverName = settings.serverName();
    int maxResponse = Math.toIntExact(channel.maxResponse().toBytes());
    return channel
        .applyTo(deadlines.applyTo(options))
        .addGrpcClientInterceptor(new ContextDeadlines())
        .setChannelInitializer(builder -> {
          builder.maxInboundMessageSize(maxResponse).disableRetry();
          if (serverName != null) {
            builder.overrideAuthority(serverName);
          }
        });
  }

  private Metadata metadata() {
    Metadata metadata = new Metadata();
    settings
        .grpcMeta()
        .forEach((name, value) ->
            metadata.put(Metadata.Key.of(name, Metadata.ASCII_STRING_MARSHALLER), value));
    return metadata;
  }
}

package io.github.temporalgateway.namespace;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What may be done to Namespaces.
 *
 * @param admin whether Namespaces may be registered and updated
 */
@ConfigurationProperties("gateway.namespaces")
record NamespaceAdminProperties(@DefaultValue("false") boolean admin) {}

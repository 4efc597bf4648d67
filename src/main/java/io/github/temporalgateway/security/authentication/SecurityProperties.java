package io.github.temporalgateway.security.authentication;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What happens to callers who are not known.
 *
 * @param wrongCredentialsPerMinute how often one address may send a wrong credential a minute, in
 *     this replica; beyond it the answer is 429 instead of 401. Right credentials are taken all the
 *     same. 0 is no limit
 */
@ConfigurationProperties("gateway.security")
record SecurityProperties(@DefaultValue("60") int wrongCredentialsPerMinute) {}

package io.github.temporalgateway.web.proxy;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which of the addresses in {@code X-Forwarded-For} is the caller's.
 *
 * @param trustedProxies how many proxies in front add the address of who called them to the end, at
 *     least 1. What is further to the left came from the caller, who may write anything
 */
@ConfigurationProperties("gateway.http")
record ProxyProperties(@DefaultValue("1") int trustedProxies) {

  ProxyProperties {
    if (trustedProxies < 1) {
      throw new IllegalArgumentException(
          "gateway.http.trusted-proxies must be at least 1, the proxy that calls the gateway;"
              + " server.forward-headers-strategy=none believes none.");
    }
  }
}

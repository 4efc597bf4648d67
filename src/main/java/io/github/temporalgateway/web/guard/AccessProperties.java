package io.github.temporalgateway.web.guard;

import java.util.List;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * From where the gateway may be called by web browsers.
 *
 * @param hosts names by which callers may address the gateway, without ports; {@code *} is any.
 *     Empty is any as well, except that a gateway without {@code gateway.security.mode} answers to
 *     names of this machine only
 * @param cors what web pages of other sites may do
 */
@ConfigurationProperties("gateway.http")
record AccessProperties(@DefaultValue({}) Set<String> hosts, @DefaultValue Cors cors) {

  /**
   * Sharing with other sites.
   *
   * @param allowedOrigins origins whose web pages may call, such as {@code https://app.example.com}
   */
  record Cors(@DefaultValue({}) List<String> allowedOrigins) {

    Cors {
      if (allowedOrigins.contains("*")) {
        throw new IllegalArgumentException(
            "gateway.http.cors.allowed-origins must list origins: * would be every web page.");
      }
    }
  }
}

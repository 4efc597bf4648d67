/** Proxies that strip a prefix from paths. */
@NullMarked
package io.github.temporalgateway.web.prefix;

import org.jspecify.annotations.NullMarked;

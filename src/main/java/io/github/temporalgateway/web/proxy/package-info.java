/** Proxies in front: what they say of callers, and prefixes that they strip from paths. */
@NullMarked
package io.github.temporalgateway.web.proxy;

import org.jspecify.annotations.NullMarked;

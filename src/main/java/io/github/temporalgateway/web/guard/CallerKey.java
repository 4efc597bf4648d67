package io.github.temporalgateway.web.guard;

import jakarta.servlet.http.HttpServletRequest;

/** Tells callers apart, so that each has limits of its own. */
@FunctionalInterface
interface CallerKey {

  /** The same for two requests of one caller. */
  String of(HttpServletRequest request);
}

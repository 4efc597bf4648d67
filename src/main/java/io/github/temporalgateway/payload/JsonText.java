package io.github.temporalgateway.payload;

import tools.jackson.core.io.JsonStringEncoder;

/** JSON text for a few values of our own. */
final class JsonText {

  private JsonText() {}

  static String quote(String text) {
    return '"' + String.valueOf(JsonStringEncoder.getInstance().quoteAsCharArray(text)) + '"';
  }
}

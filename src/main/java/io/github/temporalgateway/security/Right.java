package io.github.temporalgateway.security;

import java.util.Locale;

/**
 * What one may do with the things of a Namespace, in Temporal's words and with the meaning that
 * Temporal's own default authorizer gives them: who may write may read, who may administer may do
 * both.
 */
public enum Right {
  /** Complete and poll Activities. Temporal itself gives this right nothing without another. */
  WORKER(1),
  /** Look. */
  READ(2),
  /** Change. */
  WRITE(4),
  /** Change what others depend on. */
  ADMIN(8);

  private final int bit;

  Right(int bit) {
    this.bit = bit;
  }

  /** The word for it in permissions. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The bits of a word; none for a word that is no right. */
  static int bitsOf(String word) {
    for (Right right : values()) {
      if (right.word().equalsIgnoreCase(word)) {
        return right.bit;
      }
    }
    return 0;
  }

  boolean isIn(int bits) {
    return this == WORKER ? (bits & bit) != 0 || bits >= WRITE.bit : bits >= bit;
  }
}

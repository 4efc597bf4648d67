package io.github.temporalgateway.kernel;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** How many calls an operation counts as in {@code gateway.limits.rate}; without it, one. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Cost {

  /** Of an operation that makes Temporal search or read much. */
  int SEARCH = 5;

  /** As many calls. */
  int value();
}

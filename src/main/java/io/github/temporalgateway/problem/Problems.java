package io.github.temporalgateway.problem;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What can go wrong with an operation in particular, for the API document. What any operation of
 * its kind can meet, such as an invalid body or an unreachable Temporal Service, is added to it.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Problems {

  /** The codes; on a type, those of all its operations. */
  ProblemCode[] value();
}

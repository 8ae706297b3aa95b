package io.assay.gateway;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The duties that a type enforces: {@code DS-17} is Article 17 of the deep synthesis Provisions,
 * {@code LM-4} Article 4 of the Labeling Measures, {@code GB45438-5.1} a clause of the standard.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Duty {
  String[] value();
}

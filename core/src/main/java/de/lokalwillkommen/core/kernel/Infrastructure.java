package de.lokalwillkommen.core.kernel;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What a server or an installation has, and not an office: its clock, its key, the state of its
 * storage, its bus. It knows no entity and no database statement, so that applications may use it
 * as they use use cases and read models.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Infrastructure {}

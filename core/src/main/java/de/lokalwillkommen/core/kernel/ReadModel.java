package de.lokalwillkommen.core.kernel;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Stereotype;
import jakarta.transaction.Transactional;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Answers questions with records, never with entities, and changes nothing. It reads in a
 * transaction of its own unless there is one: outside a transaction the container keeps an entity
 * manager with the thread's invocation and closes it under the next reader in the same managed
 * thread.
 */
@Stereotype
@ApplicationScoped
@Transactional
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface ReadModel {}

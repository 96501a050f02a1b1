package de.lokalwillkommen.core.kernel;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Stereotype;
import jakarta.transaction.Transactional;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Answers questions with records, never with entities, and changes nothing. It joins the caller's
 * transaction or begins its own: outside a transaction the container binds an entity manager to the
 * thread's invocation and closes it under the next reader in the same managed thread.
 */
@Stereotype
@ApplicationScoped
@Transactional
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface ReadModel {}

package de.lokalwillkommen.core.kernel;

import java.lang.reflect.Field;
import java.util.concurrent.atomic.AtomicLong;

/** Gives entities their identifiers where there is no database. */
public final class InMemoryIds {

  private static final AtomicLong LAST = new AtomicLong();

  private InMemoryIds() {}

  /** Writes the next identifier into the field {@code id} of an entity and returns it. */
  public static long give(Object entity) {
    long id = LAST.incrementAndGet();
    try {
      Field field = entity.getClass().getDeclaredField("id");
      field.setAccessible(true);
      field.set(entity, id);
      return id;
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}

package de.lokalwillkommen.core.kernel;

import java.lang.reflect.Field;
import java.util.concurrent.atomic.AtomicLong;

/** Gives entities their identifiers where no database does. */
public final class InMemoryIds {

  private static final AtomicLong LAST = new AtomicLong();

  private InMemoryIds() {}

  /** The next identifier, written into the field {@code id} of an entity. */
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

package de.lokalwillkommen.core.kernel;

import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;

/**
 * A constraint of the database that admits each value once: of those who write the same one at the
 * same time all but the first are told.
 *
 * @param name as the migrations name it
 */
public record UniqueKey(String name) {

  /** Of SQL's states. */
  private static final String DUPLICATE = "23505";

  /** Whether something has failed because that value is there already. */
  public boolean isViolatedBy(Throwable thrown) {
    // both databases name the constraint, each in letters of its own
    return violation(thrown)
        .filter(sql -> sql.getMessage().toLowerCase(Locale.ROOT).contains(name))
        .isPresent();
  }

  /** Whether something has failed because some value is there already. */
  public static boolean isAnyViolatedBy(Throwable thrown) {
    return violation(thrown).isPresent();
  }

  private static Optional<SQLException> violation(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && DUPLICATE.equals(sql.getSQLState())) {
        return Optional.of(sql);
      }
    }
    return Optional.empty();
  }
}

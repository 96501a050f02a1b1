package de.lokalwillkommen.core.kernel;

import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;

/**
 * A unique constraint of the database. Of several transactions that write the same value all but
 * the first fail.
 *
 * @param name the name of the constraint in the migrations
 */
public record UniqueKey(String name) {

  /** The SQL state of a unique violation. */
  private static final String DUPLICATE = "23505";

  /** Whether an operation has failed because the value exists already. */
  public boolean isViolatedBy(Throwable thrown) {
    // both databases name the constraint, in different cases of letters
    return violation(thrown)
        .filter(sql -> sql.getMessage().toLowerCase(Locale.ROOT).contains(name))
        .isPresent();
  }

  /** Whether an operation has failed because of any unique constraint. */
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

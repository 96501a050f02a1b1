package de.lokalwillkommen.core.calling;

import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.core.offices.Office;
import java.time.Instant;
import java.util.Optional;

/** Whether a visitor who is sent to an office can still be seen there today. */
public enum Prospect {
  /** It is open. */
  OPEN,
  /** It is closed and opens again today. */
  LATER_TODAY,
  /** It has closed, but a counsellor is still at a counter. */
  AFTER_HOURS,
  /** It is closed, and does not open again today. */
  NOBODY_TODAY;

  static Prospect of(Office office, boolean staffed, Instant now) {
    if (office.hours().openAt(now).isPresent()) {
      return OPEN;
    }
    if (opensToday(office, now)) {
      return LATER_TODAY;
    }
    return staffed ? AFTER_HOURS : NOBODY_TODAY;
  }

  private static boolean opensToday(Office office, Instant now) {
    return office
        .hours()
        .nextOpening(now)
        .filter(at -> at.isBefore(office.dayOf(now).end()))
        .isPresent();
  }

  /** The refusal to send the visitor there at all, or to do so without a confirmation. */
  Optional<Refusal> objection(Office office, boolean anyway, Instant now) {
    return switch (this) {
      case OPEN -> Optional.empty();
      case LATER_TODAY, AFTER_HOURS ->
          Optional.of("transfer.closed")
              .filter(key -> !anyway)
              .map(key -> refusal(key, office, now).with("ask", "anyway"));
      case NOBODY_TODAY -> Optional.of(refusal("transfer.nobody", office, now));
    };
  }

  private static Refusal refusal(String key, Office office, Instant now) {
    Refusal refusal = Refusal.of(Kind.CONFLICT, key, office.name()).with("field", "office");
    return office.hours().nextOpening(now).map(at -> refusal.with("opensAt", at)).orElse(refusal);
  }
}

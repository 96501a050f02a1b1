package de.lokalwillkommen.kiosk.api;

import de.lokalwillkommen.core.kernel.BusinessDay;
import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.function.Function;

/**
 * A day or an instant in the query of an address.
 *
 * @param name the name of the parameter
 * @param text what was given, or null
 */
record TimeParameter(String name, String text) {

  private static final Instant FIRST = Instant.parse("2000-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("2999-12-31T00:00:00Z");
  private static final int LENGTH_OF_A_DAY = 10;

  /** The instant, or the beginning of the day; empty if nothing was given. */
  Optional<Instant> asBeginning(ZoneId zone) {
    return read(zone, BusinessDay::begin);
  }

  /** The instant, or the end of the day; empty if nothing was given. */
  Optional<Instant> asEnd(ZoneId zone) {
    return read(zone, BusinessDay::end);
  }

  private Optional<Instant> read(ZoneId zone, Function<BusinessDay, Instant> ofDay) {
    return Optional.ofNullable(text)
        // an unencoded plus in an offset arrives as a blank
        .map(sent -> sent.strip().replace(' ', '+'))
        .filter(sent -> !sent.isEmpty())
        .map(sent -> parse(sent, zone, ofDay));
  }

  private Instant parse(String sent, ZoneId zone, Function<BusinessDay, Instant> ofDay) {
    try {
      Instant instant =
          sent.length() > LENGTH_OF_A_DAY
              ? OffsetDateTime.parse(sent).toInstant()
              : ofDay.apply(new BusinessDay(LocalDate.parse(sent), zone));
      if (instant.isBefore(FIRST) || instant.isAfter(LAST)) {
        throw unfit();
      }
      return instant;
    } catch (DateTimeParseException neither) {
      throw unfit();
    }
  }

  private RuntimeException unfit() {
    return Refusal.of(Kind.INVALID, "request.time").with("field", name).asException();
  }
}

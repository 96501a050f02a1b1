package de.lokalwillkommen.admin.api;

import de.lokalwillkommen.admin.page.SpokenLanguages;
import de.lokalwillkommen.core.booking.BookingCode;
import de.lokalwillkommen.core.booking.Slot;
import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.core.kernel.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** Checks of parameters that several requests of staff have in common. */
@ApplicationScoped
public class StaffTerms {

  /** The greatest length of an identifier. */
  static final int WORD = 40;

  /** The greatest length of a slot's identifier. */
  static final int SLOT = 80;

  /** The greatest length of a mail address (RFC 5321, 4.5.3.1.3). */
  static final int CONTACT = 254;

  private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);
  private static final LocalDate LAST = LocalDate.of(2100, 1, 1);

  private SpokenLanguages languages;

  protected StaffTerms() {}

  @Inject
  StaffTerms(SpokenLanguages languages) {
    this.languages = languages;
  }

  /**
   * A day of this century.
   *
   * @param text ISO 8601, or null for none
   * @throws Refused {@code INVALID} if it is something else
   */
  Optional<LocalDate> day(String field, String text) {
    if (text == null || text.isBlank()) {
      return Optional.empty();
    }
    try {
      LocalDate day = LocalDate.parse(text.strip());
      if (!day.isBefore(FIRST) && day.isBefore(LAST)) {
        return Optional.of(day);
      }
    } catch (DateTimeParseException noDay) {
      // said below
    }
    throw unfit("request.day", field);
  }

  /**
   * A language that visitors speak.
   *
   * @throws Refused {@code INVALID} if it is none of them
   */
  String language(String tag) {
    if (tag == null || !languages.includes(tag)) {
      throw unfit("language.unknown", "language");
    }
    return tag;
  }

  /**
   * Parses the identifier of a slot.
   *
   * @throws Refused {@code INVALID} if it is malformed
   */
  Slot.Id slot(String id) {
    return Slot.Id.find(id).orElseThrow(() -> unfit("slot.unknown", "slot"));
  }

  /**
   * The code in an address.
   *
   * @throws Refused {@code UNKNOWN} if it is malformed
   */
  BookingCode code(String text) {
    return BookingCode.find(text)
        .orElseThrow(() -> Refusal.of(Kind.UNKNOWN, "appointment.unknown").asException());
  }

  /**
   * The requested maximum number of results.
   *
   * @param text a number, or null for the usual
   * @throws Refused {@code INVALID} if it is no number from 1 to {@code most}
   */
  int limit(String text, int usual, int most) {
    if (text == null || text.isBlank()) {
      return usual;
    }
    try {
      int limit = Integer.parseInt(text.strip());
      if (limit >= 1 && limit <= most) {
        return limit;
      }
    } catch (NumberFormatException noNumber) {
      // said below
    }
    throw Refusal.of(Kind.INVALID, "request.limit", most).with("field", "limit").asException();
  }

  private static Refused unfit(String key, String field) {
    return Refusal.of(Kind.INVALID, key).with("field", field).asException();
  }
}

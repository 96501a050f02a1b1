package de.lokalwillkommen.admin.api;

import de.lokalwillkommen.admin.page.SpokenLanguages;
import de.lokalwillkommen.core.booking.BookingCode;
import de.lokalwillkommen.core.booking.Slot;
import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.core.kernel.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Checks of parameters that several requests of staff have in common. */
@ApplicationScoped
public class StaffTerms {

  /** The greatest length of an identifier. */
  static final int WORD = 40;

  /** The greatest length of a slot's identifier. */
  static final int SLOT = 80;

  /** The greatest length of a mail address (RFC 5321, 4.5.3.1.3). */
  static final int CONTACT = 254;

  private SpokenLanguages languages;

  protected StaffTerms() {}

  @Inject
  StaffTerms(SpokenLanguages languages) {
    this.languages = languages;
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

  private static Refused unfit(String key, String field) {
    return Refusal.of(Kind.INVALID, key).with("field", field).asException();
  }
}

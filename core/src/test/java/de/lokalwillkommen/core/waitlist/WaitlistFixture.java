package de.lokalwillkommen.core.waitlist;

import de.lokalwillkommen.core.booking.BookingCode;
import de.lokalwillkommen.core.booking.Contact;
import de.lokalwillkommen.core.offices.OfficeFixture;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/** Wishes of people on the waitlist; a test names only the values that matter to it. */
public final class WaitlistFixture {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

  private WaitlistFixture() {}

  /** Any time in the next weeks in one of these offices. */
  public static WaitlistWish forHousing(String... offices) {
    return wish(Optional.empty(), Optional.empty(), offices);
  }

  /** The same wish, on some days and in one part of the day only. */
  static WaitlistWish only(int fromDay, int toDay, PartOfDay part, String... offices) {
    return new WaitlistWish(
        OfficeFixture.HOUSING,
        "de",
        Set.of(offices),
        TODAY.plusDays(fromDay),
        TODAY.plusDays(toDay),
        part,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  public static WaitlistWish wish(
      Optional<BookingCode> instead, Optional<Contact> contact, String... offices) {
    return new WaitlistWish(
        OfficeFixture.HOUSING,
        "de",
        Set.of(offices),
        TODAY,
        TODAY.plusDays(20),
        PartOfDay.ANY,
        instead,
        contact,
        Optional.empty());
  }
}

package de.lokalwillkommen.core.offices;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.OptionalInt;

/** The terms on which an office books appointments, as one value. */
@Embeddable
public class BookingTerms {

  /**
   * Check-in from an hour before, four weeks ahead, the late share two days before, also from
   * outside, twenty unconfirmed bookings at a time.
   */
  public static final BookingTerms USUAL = new BookingTerms(60, 28, 48, true, 20);

  @Column(name = "early_minutes")
  private int earlyMinutes;

  @Column(name = "booking_days")
  private int bookingDays;

  @Column(name = "late_share_hours")
  private int lateShareHours;

  @Column(name = "books_outside")
  private boolean booksOutside;

  @Column(name = "holds_limit")
  private Integer holdsLimit;

  protected BookingTerms() {}

  /**
   * @param earlyMinutes how long before its time an appointment may be checked in, in minutes
   * @param bookingDays how many days ahead visitors can book, 1 to 366
   * @param lateShareHours how many hours before a slot the late share of its availability opens; 0
   *     for the same day
   * @param booksOutside whether visitors may book without standing in an office
   * @param holdsLimit the greatest number of unconfirmed bookings at a time; null for no limit
   */
  public BookingTerms(
      int earlyMinutes,
      int bookingDays,
      int lateShareHours,
      boolean booksOutside,
      Integer holdsLimit) {
    if (earlyMinutes < 0 || bookingDays < 1 || bookingDays > 366 || lateShareHours < 0) {
      throw new IllegalArgumentException(earlyMinutes + ", " + bookingDays + ", " + lateShareHours);
    }
    this.earlyMinutes = earlyMinutes;
    this.bookingDays = bookingDays;
    this.lateShareHours = lateShareHours;
    this.booksOutside = booksOutside;
    this.holdsLimit = holdsLimit;
  }

  /** How long before its time an appointment may be checked in. */
  public Duration early() {
    return Duration.ofMinutes(earlyMinutes);
  }

  /** How many days ahead visitors can book. */
  public int bookingDays() {
    return bookingDays;
  }

  /** The last day that can be booked at an instant. */
  public LocalDate lastDay(Instant now, ZoneId zone) {
    return now.atZone(zone).toLocalDate().plusDays(bookingDays);
  }

  /** How long before a slot the late share opens; zero for the same day. */
  public Duration lateShare() {
    return Duration.ofHours(lateShareHours);
  }

  /** Whether the late share of a slot can be booked at an instant. */
  public boolean isLateShareOpen(Instant start, Instant now, ZoneId zone) {
    return lateShareHours == 0
        ? !start.atZone(zone).toLocalDate().isAfter(now.atZone(zone).toLocalDate())
        : !now.isBefore(start.minus(Duration.ofHours(lateShareHours)));
  }

  /** Whether visitors may book without standing in an office. */
  public boolean booksOutside() {
    return booksOutside;
  }

  /** The greatest number of unconfirmed bookings at a time; empty for no limit. */
  public OptionalInt holdsLimit() {
    return holdsLimit == null ? OptionalInt.empty() : OptionalInt.of(holdsLimit);
  }
}

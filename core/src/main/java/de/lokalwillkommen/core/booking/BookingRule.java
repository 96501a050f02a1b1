package de.lokalwillkommen.core.booking;

import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import java.util.List;
import java.util.Optional;

/** A condition of a booking, apart from whether the slot is free. */
@FunctionalInterface
interface BookingRule {

  Optional<Refusal> objection(BookingRequest request);

  /** A slot that has begun can no longer be booked. */
  BookingRule NOT_IN_THE_PAST =
      r ->
          r.wish().slot().start().isAfter(r.now())
              ? Optional.empty()
              : Optional.of(Refusal.of(Kind.CONFLICT, "slot.past").with("reason", "past"));

  /** Visitors book a limited time ahead, or the lead time grows without bound. */
  BookingRule WITHIN_HORIZON =
      r ->
          r.day().isAfter(r.office().bookingTerms().lastDay(r.now(), r.office().zone()))
              ? Optional.of(Refusal.of(Kind.CONFLICT, "slot.tooFar").with("reason", "tooFar"))
              : Optional.empty();

  /** The office decides whether visitors may book from outside. */
  BookingRule FROM_OUTSIDE_WHERE_ADMITTED =
      r ->
          r.wish().channel() == Channel.OUTSIDE && !r.office().bookingTerms().booksOutside()
              ? Optional.of(Refusal.of(Kind.NOT_ALLOWED, "booking.onlyInside"))
              : Optional.empty();

  /** One open appointment for every address and every session; staff may override it. */
  BookingRule ONE_OPEN_APPOINTMENT = r -> oneOpen(r.wish().channel(), r.openAlready());

  /**
   * Limits the unconfirmed holds of an office, so that holds without a confirmation cannot block
   * it.
   */
  BookingRule NOT_TOO_MANY_HELD =
      r ->
          r.wish().channel() != Channel.STAFF
                  && r.office().bookingTerms().holdsLimit().orElse(Integer.MAX_VALUE)
                      <= r.heldAlready()
              ? Optional.of(Refusal.of(Kind.TOO_OFTEN, "booking.busy"))
              : Optional.empty();

  /** All rules, in the order in which they are checked. */
  List<BookingRule> ALL =
      List.of(
          NOT_IN_THE_PAST,
          WITHIN_HORIZON,
          FROM_OUTSIDE_WHERE_ADMITTED,
          ONE_OPEN_APPOINTMENT,
          NOT_TOO_MANY_HELD);

  /**
   * The objection of {@link #ONE_OPEN_APPOINTMENT}, also for an appointment that has been held for
   * a while.
   *
   * @param others the number of other open appointments
   */
  static Optional<Refusal> oneOpen(Channel channel, int others) {
    return channel != Channel.STAFF && others > 0
        ? Optional.of(Refusal.of(Kind.CONFLICT, "booking.oneOpen").with("reason", "oneOpen"))
        : Optional.empty();
  }

  /** The first objection to a request. */
  static Optional<Refusal> firstObjection(BookingRequest request) {
    return ALL.stream().map(rule -> rule.objection(request)).flatMap(Optional::stream).findFirst();
  }
}

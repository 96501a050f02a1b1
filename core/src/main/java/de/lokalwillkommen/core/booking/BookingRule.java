package de.lokalwillkommen.core.booking;

import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import java.util.List;
import java.util.Optional;

/** A reason for which somebody may not book what they ask for, whoever else has booked what. */
@FunctionalInterface
interface BookingRule {

  Optional<Refusal> objection(BookingRequest request);

  /** What has begun cannot be booked any more. */
  BookingRule NOT_IN_THE_PAST =
      r ->
          r.wish().slot().start().isAfter(r.now())
              ? Optional.empty()
              : Optional.of(Refusal.of(Kind.CONFLICT, "slot.past").with("reason", "past"));

  /** Nobody books months ahead, or the lead time grows without bound. */
  BookingRule WITHIN_HORIZON =
      r ->
          r.day().isAfter(r.office().bookingTerms().lastDay(r.now(), r.office().zone()))
              ? Optional.of(Refusal.of(Kind.CONFLICT, "slot.tooFar").with("reason", "tooFar"))
              : Optional.empty();

  /** Whether visitors may book without standing in an office is up to the office. */
  BookingRule FROM_OUTSIDE_WHERE_ADMITTED =
      r ->
          r.wish().channel() == Channel.OUTSIDE && !r.office().bookingTerms().booksOutside()
              ? Optional.of(Refusal.of(Kind.NOT_ALLOWED, "booking.onlyInside"))
              : Optional.empty();

  /** One open appointment for every address and every visit; staff may know better. */
  BookingRule ONE_OPEN_APPOINTMENT = r -> oneOpen(r.wish().channel(), r.openAlready());

  /** Nobody blocks an office by asking and never confirming. */
  BookingRule NOT_TOO_MANY_HELD =
      r ->
          r.wish().channel() != Channel.STAFF
                  && r.office().bookingTerms().holdsLimit().orElse(Integer.MAX_VALUE)
                      <= r.heldAlready()
              ? Optional.of(Refusal.of(Kind.TOO_OFTEN, "booking.busy"))
              : Optional.empty();

  /** All of them, in the order in which they are told. */
  List<BookingRule> ALL =
      List.of(
          NOT_IN_THE_PAST,
          WITHIN_HORIZON,
          FROM_OUTSIDE_WHERE_ADMITTED,
          ONE_OPEN_APPOINTMENT,
          NOT_TOO_MANY_HELD);

  /**
   * What {@link #ONE_OPEN_APPOINTMENT} says, also to what has been held for a while.
   *
   * @param others how many other open appointments there are
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

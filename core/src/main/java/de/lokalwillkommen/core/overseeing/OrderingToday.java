package de.lokalwillkommen.core.overseeing;

import de.lokalwillkommen.core.booking.AppointmentView;
import de.lokalwillkommen.core.booking.Appointments;
import de.lokalwillkommen.core.booking.OpenBook;
import de.lokalwillkommen.core.dayorders.Announcement;
import de.lokalwillkommen.core.dayorders.DayOrders;
import de.lokalwillkommen.core.dayorders.OfficeDay;
import de.lokalwillkommen.core.dayorders.OfficeDays;
import de.lokalwillkommen.core.dayorders.StopReason;
import de.lokalwillkommen.core.kernel.Changed;
import de.lokalwillkommen.core.kernel.DomainEvents;
import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.core.kernel.SpokenTags;
import de.lokalwillkommen.core.kernel.UseCase;
import de.lokalwillkommen.core.offices.Office;
import de.lokalwillkommen.core.offices.OfficeArranged;
import de.lokalwillkommen.core.offices.OfficeArrangements;
import de.lokalwillkommen.core.staff.Right;
import de.lokalwillkommen.core.staff.SignedIn;
import de.lokalwillkommen.core.ticketing.OfficeLine;
import de.lokalwillkommen.core.ticketing.TicketStatus;
import de.lokalwillkommen.core.ticketing.Tickets;
import de.lokalwillkommen.core.ticketing.TodaysLine;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * What is ordered for the present business day of an office: no more numbers, another closing time,
 * an announcement. An order holds the lock on the office's line, so it comes before or after each
 * ticket. Of two people who change the same orders the second is told.
 */
@UseCase
public class OrderingToday {

  private static final String STOP = "STOP";
  private static final String GO_ON = "GO_ON";
  private static final String CLOSING = "CLOSING";
  private static final String ANNOUNCE = "ANNOUNCE";

  private static final Set<TicketStatus> IN_LINE =
      EnumSet.of(TicketStatus.WAITING, TicketStatus.PARKED);

  /** More people than wait in any office. */
  private static final int MOST = 1000;

  private OfficeArrangements offices;
  private OfficeDays days;
  private OpenBook book;
  private TodaysLine todaysLine;
  private Tickets tickets;
  private Appointments appointments;
  private DomainEvents events;
  private Clock clock;

  protected OrderingToday() {}

  @Inject
  OrderingToday(
      OfficeArrangements offices,
      OfficeDays days,
      OpenBook book,
      TodaysLine todaysLine,
      Tickets tickets,
      Appointments appointments,
      DomainEvents events,
      Clock clock) {
    this.offices = offices;
    this.days = days;
    this.book = book;
    this.todaysLine = todaysLine;
    this.tickets = tickets;
    this.appointments = appointments;
    this.events = events;
    this.clock = clock;
  }

  /**
   * Gives no more numbers today to people without an appointment; those who have one check in.
   *
   * @throws de.lokalwillkommen.core.kernel.Refused {@code CHANGED_MEANWHILE} if the orders are not
   *     those that were seen
   */
  public DayOrders stop(SignedIn me, String office, OrdersSeen seen, StopReason reason) {
    return order(me, office, seen, STOP, orders -> orders.withStop(Optional.of(reason)));
  }

  /**
   * Gives numbers again.
   *
   * @throws de.lokalwillkommen.core.kernel.Refused as {@link #stop} says
   */
  public DayOrders giveNumbersAgain(SignedIn me, String office, OrdersSeen seen) {
    return order(me, office, seen, GO_ON, orders -> orders.withStop(Optional.empty()));
  }

  /**
   * Tells visitors something today, or no longer.
   *
   * @throws de.lokalwillkommen.core.kernel.Refused as {@link #stop} says; {@code INVALID} for the
   *     lack of a language that visitors cannot choose
   */
  public DayOrders announce(
      SignedIn me, String office, OrdersSeen seen, Optional<Announcement> announcement) {
    requireSpoken(announcement);
    return order(me, office, seen, ANNOUNCE, orders -> orders.withAnnouncement(announcement));
  }

  /**
   * Closes at another time today, or at the usual one again.
   *
   * @param minute the minute of the day by the clock on the wall; empty for the usual time
   * @param told the key of the impact that the caller accepts; empty if none was shown
   * @return the impact, if it affects people of whom the caller was not told, and then nothing has
   *     changed; else empty
   * @throws de.lokalwillkommen.core.kernel.Refused as {@link #stop} says; {@code INVALID} for a
   *     time that is past or before opening; {@code CONFLICT} on a day on which it does not open
   */
  public Optional<ClosingImpact> closeAt(
      SignedIn me,
      String officeId,
      OrdersSeen seen,
      Optional<Integer> minute,
      Optional<String> told) {
    Instant now = clock.instant();
    Opened opened = open(me, officeId, seen, now);
    return closeAt(me, opened, minute, told.map(Set::of).orElse(Set.of()), now);
  }

  private Optional<ClosingImpact> closeAt(
      SignedIn me, Opened opened, Optional<Integer> minute, Set<String> told, Instant now) {
    Office office = opened.office;
    minute
        .flatMap(m -> office.objectionToClosing(m, now))
        .ifPresent(
            refusal -> {
              throw refusal.asException();
            });
    DayOrders wanted = opened.present().withClosing(minute);
    Optional<ClosingImpact> impact =
        impactOf(office, wanted, now).filter(i -> !told.contains(i.key()));
    if (impact.isEmpty()) {
      save(me, opened, CLOSING, wanted, now);
    }
    return impact;
  }

  /**
   * Orders all that is wanted for the day in one step: all of it, or nothing. What stays as it was
   * is no order.
   *
   * @param wanted what is to apply; its version does not count
   * @param told the keys of the impacts that the caller accepts
   * @return the impact, as {@link #closeAt} says
   * @throws de.lokalwillkommen.core.kernel.Refused as {@link #closeAt} and {@link #announce} say
   */
  public Optional<ClosingImpact> orderAll(
      SignedIn me, String officeId, OrdersSeen seen, DayOrders wanted, Set<String> told) {
    Instant now = clock.instant();
    Opened opened = open(me, officeId, seen, now);
    DayOrders present = opened.present();
    if (!wanted.announcement().equals(present.announcement())) {
      requireSpoken(wanted.announcement());
    }
    if (!wanted.closesMinute().equals(present.closesMinute())) {
      Optional<ClosingImpact> untold = closeAt(me, opened, wanted.closesMinute(), told, now);
      if (untold.isPresent()) {
        return untold;
      }
    }
    if (!wanted.stop().equals(present.stop())) {
      String action = wanted.stop().isPresent() ? STOP : GO_ON;
      save(me, opened, action, opened.present().withStop(wanted.stop()), now);
    }
    if (!wanted.announcement().equals(present.announcement())) {
      DayOrders announced = opened.present().withAnnouncement(wanted.announcement());
      save(me, opened, ANNOUNCE, announced, now);
    }
    return Optional.empty();
  }

  private static void requireSpoken(Optional<Announcement> announcement) {
    boolean isSpoken =
        announcement.flatMap(Announcement::language).map(SpokenTags.LIST::contains).orElse(true);
    if (!isSpoken) {
      throw Refusal.of(Kind.INVALID, "day.language").with("field", "language").asException();
    }
  }

  private DayOrders order(
      SignedIn me,
      String officeId,
      OrdersSeen seen,
      String action,
      UnaryOperator<DayOrders> decision) {
    Instant now = clock.instant();
    Opened opened = open(me, officeId, seen, now);
    save(me, opened, action, decision.apply(opened.present()), now);
    return opened.day.orders();
  }

  /** The office, its locked line and the day that is changed. */
  private record Opened(Office office, OfficeLine line, OfficeDay day, boolean isNew) {

    DayOrders present() {
      return day.orders();
    }
  }

  /** Locks the book first, so that no appointment is booked after the new closing time. */
  private Opened open(SignedIn me, String officeId, OrdersSeen seen, Instant now) {
    if (!me.may(Right.LEAD_DAY, officeId)) {
      throw Refusal.of(Kind.NOT_ALLOWED, "office.notYours").asException();
    }
    Office unlocked = offices.get(officeId);
    book.open(now, unlocked);
    OfficeLine line = todaysLine.open(unlocked, now);
    // orders may have been saved while this one waited for the locks
    Office office = offices.get(officeId);
    LocalDate today = line.day();
    Optional<OfficeDay> found = days.find(officeId, today);
    OfficeDay day = found.orElseGet(() -> new OfficeDay(officeId, today));
    seen.requireStill(day.orders());
    return new Opened(office, line, day, found.isEmpty());
  }

  private void save(SignedIn me, Opened opened, String action, DayOrders orders, Instant now) {
    DayOrders before = opened.present();
    opened.day.order(orders);
    if (opened.isNew && before.version() == 0) {
      days.add(opened.day);
    }
    todaysLine.noteOrders(opened.line);
    String office = opened.office.id();
    events.publish(
        new Changed(
            office,
            me.asAuthor(),
            "officeday",
            orders.day().toString(),
            action,
            before.version() == 0 ? "" : OrdersNotation.write(before),
            OrdersNotation.write(orders),
            now));
    events.publish(new OfficeArranged(office, now));
  }

  private Optional<ClosingImpact> impactOf(Office office, DayOrders wanted, Instant now) {
    LocalDate today = wanted.day();
    Instant before = office.hours().closing(today).orElse(now);
    Instant after = office.hoursUnder(wanted).closing(today).orElse(now);
    if (!after.isBefore(before)) {
      return Optional.empty();
    }
    List<AppointmentView> booked =
        appointments.listBetween(office.id(), now, office.dayOf(now).end()).stream()
            .filter(a -> a.status().isOpen() && a.wasConfirmed() && a.end().isAfter(after))
            .map(a -> AppointmentView.of(a, office, now))
            .toList();
    int waiting = tickets.listByStatus(office.id(), today, IN_LINE, MOST).size();
    Duration lastTicket = Duration.ofMinutes(office.data().lastTicketMinutes());
    return Optional.of(new ClosingImpact(after, after.minus(lastTicket), waiting, booked))
        .filter(impact -> !impact.isEmpty());
  }
}

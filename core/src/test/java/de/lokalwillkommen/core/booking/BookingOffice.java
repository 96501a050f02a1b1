package de.lokalwillkommen.core.booking;

import de.lokalwillkommen.core.availability.ArrangingAvailability;
import de.lokalwillkommen.core.availability.AvailabilityParts;
import de.lokalwillkommen.core.kernel.DomainEvent;
import de.lokalwillkommen.core.kernel.DomainEvents;
import de.lokalwillkommen.core.kernel.RequestKey;
import de.lokalwillkommen.core.leadtime.LeadTimeParts;
import de.lokalwillkommen.core.leadtime.MeasuringLeadTimes;
import de.lokalwillkommen.core.letters.LetterParts;
import de.lokalwillkommen.core.letters.PostingLetters;
import de.lokalwillkommen.core.offices.OfficeArrangements;
import de.lokalwillkommen.core.offices.OfficeFixture;
import de.lokalwillkommen.core.offices.Offices;
import de.lokalwillkommen.core.rebooking.RebookingDay;
import de.lokalwillkommen.core.rebooking.RebookingParts;
import de.lokalwillkommen.core.ticketing.IssuingTickets;
import de.lokalwillkommen.core.ticketing.TicketChanged;
import de.lokalwillkommen.core.ticketing.Tickets;
import de.lokalwillkommen.core.ticketing.TodaysLine;
import de.lokalwillkommen.core.ticketing.VisitorKey;
import de.lokalwillkommen.core.timetable.Availabilities;
import de.lokalwillkommen.core.timetable.WeeklyHours;
import de.lokalwillkommen.core.waitlist.OfferTokens;
import de.lokalwillkommen.core.waitlist.UsingWaitlist;
import de.lokalwillkommen.core.waitlist.Waitlist;
import de.lokalwillkommen.core.waitlist.WaitlistByStaff;
import de.lokalwillkommen.core.waitlist.WaitlistParts;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** The use cases of appointments over some repositories, wired as the container does it. */
public class BookingOffice {

  public static final LocalDate LONG_AGO = LocalDate.of(2026, 1, 5);
  public static final VisitorKey KEY = new VisitorKey(secret());

  public final BookingAppointments booking;
  public final FindingSlots finding;
  public final CheckingIn checkingIn;
  public final SettlingAppointments keeping;
  public final UsingWaitlist waiting;
  public final PostingLetters posting;
  public final ArrangingAvailability arranging;
  public final AppointmentLists lists;
  public final MeasuringLeadTimes leadTimes;
  public final BookingByStaff byStaff;
  public final RebookingDay rebooking;
  public final WaitlistByStaff waitlistByStaff;
  public final OpenBook book;
  public final TodaysLine line;
  public final OfficeArrangements arrangements;
  public final Appointments known;

  /** The repositories of a set of use cases. */
  record Stores(
      Offices offices,
      OfficeArrangements arrangements,
      Availabilities availabilities,
      AvailabilityParts availability,
      Appointments appointments,
      Waitlist waitlist,
      LetterParts letters,
      LeadTimeParts leadTimes,
      Tickets tickets,
      Mailing mailing) {}

  /** Creates the line for a given publisher of events. */
  interface Lines {
    TodaysLine over(DomainEvents events);
  }

  BookingOffice(Stores stores, Lines lines, DomainEvents events, Clock clock) {
    Hearing hearing = new Hearing();
    DomainEvents observed =
        event -> {
          events.publish(event);
          hearing.hear(event);
        };
    SlotSearch search =
        new SlotSearch(stores.availabilities(), stores.appointments(), stores.arrangements());
    FreshCodes codes = new FreshCodes(stores.appointments(), stores.waitlist());
    AppointmentJournal journal = new AppointmentJournal(stores.appointments(), observed);
    WaitlistParts parts =
        new WaitlistParts(
            stores.waitlist(), stores.appointments(), search, codes, journal, observed);
    book = new OpenBook(stores.appointments(), journal, parts.freedPlaces());
    OneOpenAppointment oneOpen = new OneOpenAppointment(stores.appointments());
    AppointmentFollowUp followUp = new AppointmentFollowUp(stores.appointments(), stores.tickets());
    hearing.by(TicketChanged.class, followUp::follow);
    hearing.by(AppointmentChanged.class, parts::follow);
    hearing.by(
        DomainEvent.class, stores.letters().writing(stores.appointments(), stores.waitlist()));
    OfferTokens tokens = parts.tokens(stores.offices(), KEY);
    line = lines.over(observed);
    arrangements = stores.arrangements();
    known = stores.appointments();
    IssuingTickets issuing = new IssuingTickets(stores.offices(), stores.tickets(), line, clock);
    booking =
        new BookingAppointments(
            stores.offices(),
            stores.appointments(),
            oneOpen,
            search,
            book,
            codes,
            stores.mailing(),
            clock);
    finding = new FindingSlots(stores.offices(), search, book, clock);
    checkingIn =
        new CheckingIn(
            stores.offices(), stores.appointments(), book, issuing, stores.tickets(), clock);
    keeping = new SettlingAppointments(stores.offices(), book, stores.appointments(), clock);
    waiting = parts.waiting(stores.offices(), book, oneOpen, tokens, stores.mailing(), clock);
    waitlistByStaff = parts.byStaff(waiting, tokens, observed, clock);
    posting =
        stores
            .letters()
            .posting(stores.appointments(), stores.waitlist(), tokens, stores.offices(), clock);
    arranging =
        stores
            .availability()
            .arranging(
                stores.offices(),
                stores.arrangements(),
                stores.availabilities(),
                stores.appointments(),
                stores.tickets(),
                book,
                observed,
                clock);
    lists = new AppointmentLists(stores.offices(), stores.appointments(), clock);
    leadTimes =
        stores.leadTimes().measuring(stores.offices(), stores.appointments(), search, clock);
    AppointmentLog log = new AppointmentLog(observed, clock);
    byStaff = new BookingByStaff(booking, finding, checkingIn, log);
    rebooking =
        new RebookingParts(
                stores.offices(),
                stores.availabilities(),
                stores.appointments(),
                lists,
                finding,
                search)
            .rebooking(book, log, clock);
  }

  /** Calls the observers of an event while it is published, as the container does. */
  private static final class Hearing {

    private final List<Consumer<DomainEvent>> observers = new ArrayList<>();

    <E extends DomainEvent> void by(Class<E> type, Consumer<E> observer) {
      observers.add(
          event -> {
            if (type.isInstance(event)) {
              observer.accept(type.cast(event));
            }
          });
    }

    void hear(DomainEvent event) {
      observers.forEach(observer -> observer.accept(event));
    }
  }

  private static byte[] secret() {
    byte[] secret = new byte[32];
    Arrays.fill(secret, (byte) 7);
    return secret;
  }

  /** Deletes expired data. */
  public void forget() {
    keeping.forget();
    waiting.forget();
  }

  /** Half-hour slots on one weekday. */
  public static WeeklyHours hours(DayOfWeek day, int fromHour, int untilHour, int desks) {
    return new WeeklyHours(
        day,
        fromHour * 60,
        untilHour * 60,
        1,
        LONG_AGO,
        LONG_AGO,
        Optional.empty(),
        30,
        desks,
        0,
        0,
        Set.of(),
        Set.of());
  }

  public static BookingWish wish(String office, Instant start) {
    return wish(office, start, Optional.empty());
  }

  static BookingWish wish(String office, Instant start, Optional<RequestKey> requestKey) {
    return new BookingWish(
        new Slot.Id(office, start),
        OfficeFixture.HOUSING,
        "de",
        Channel.KIOSK,
        Optional.empty(),
        requestKey,
        Optional.empty());
  }

  /** A confirmed appointment. */
  public AppointmentView booked(String office, Instant start) {
    return booked(wish(office, start));
  }

  /** A confirmed appointment, with the address of the wish. */
  public AppointmentView booked(BookingWish wish) {
    return booking.confirm(booking.hold(wish).appointment().code(), wish.contact());
  }
}

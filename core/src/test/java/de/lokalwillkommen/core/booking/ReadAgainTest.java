package de.lokalwillkommen.core.booking;

import static de.lokalwillkommen.core.booking.BookingOffice.hours;
import static de.lokalwillkommen.core.kernel.AtOnce.race;
import static de.lokalwillkommen.core.ticketing.TicketFixture.TEN;
import static org.assertj.core.api.Assertions.assertThat;

import de.lokalwillkommen.core.kernel.RecordedEvents;
import de.lokalwillkommen.core.kernel.Refused;
import de.lokalwillkommen.core.kernel.TestClock;
import de.lokalwillkommen.core.kernel.TestDatabase;
import de.lokalwillkommen.core.staff.SignedIn;
import de.lokalwillkommen.core.ticketing.Actor;
import de.lokalwillkommen.core.timetable.FewerDesks;
import de.lokalwillkommen.core.timetable.TimetableDatabase;
import de.lokalwillkommen.core.waitlist.WaitlistFixture;
import de.lokalwillkommen.core.waitlist.WaitlistView;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Data read before waiting for a lock is read again after it. */
class ReadAgainTest {

  private static final int THREADS = 8;
  private static final Instant EARLY = TEN.plus(Duration.ofDays(7)).plus(Duration.ofHours(1));
  private static final Instant LATE = EARLY.plus(Duration.ofDays(7));

  private final TestClock clock = new TestClock(TEN);
  private final RecordedEvents events = new RecordedEvents();

  private <T> T in(TestDatabase database, Function<BookingOffice, T> work) {
    return database.transaction(em -> work.apply(BookingDatabase.over(em, events, clock)));
  }

  private static BookingCode joinInsteadOf(BookingOffice office, BookingCode own) {
    return office
        .waiting
        .join(WaitlistFixture.wish(Optional.of(own), Optional.empty(), "hoerde"))
        .entry()
        .code();
  }

  /** The result: yes, or the key of the refusal. */
  private static Callable<String> answer(Callable<?> work) {
    return () -> {
      try {
        work.call();
        return "yes";
      } catch (Refused refused) {
        return refused.refusal().key();
      }
    };
  }

  @ParameterizedTest
  @EnumSource
  void takingAnOfferSeveralTimesAtOnceReturnsTheNewTime(TestDatabase database) throws Exception {
    BookingDatabase.reset(database, hours(DayOfWeek.MONDAY, 11, 13, 1));
    BookingCode other = in(database, o -> o.booked("hoerde", EARLY)).code();
    BookingCode own = in(database, o -> o.booked("hoerde", LATE)).code();
    BookingCode entry = in(database, o -> joinInsteadOf(o, own));
    in(
        database,
        o -> {
          o.booking.cancel(other, Actor.VISITOR);
          return null;
        });
    String token = in(database, o -> o.waiting.look(entry).offer().orElseThrow().token());

    List<AppointmentView> answers = race(THREADS, () -> in(database, o -> o.waiting.claim(token)));

    assertThat(answers).allMatch(a -> a.start().equals(EARLY) && a.code().equals(own));
  }

  @ParameterizedTest
  @EnumSource
  void aVisitorWhoCancelsNeverWaitsForAnEarlierOne(TestDatabase database) throws Exception {
    BookingDatabase.reset(database, hours(DayOfWeek.MONDAY, 11, 13, 1));
    for (int turn = 0; turn < THREADS; turn++) {
      BookingCode own = in(database, o -> o.booked("hoerde", LATE)).code();

      race(
          2,
          i ->
              i == 0
                  ? answer(() -> in(database, o -> joinInsteadOf(o, own)))
                  : answer(
                      () ->
                          in(
                              database,
                              o -> {
                                o.booking.cancel(own, Actor.VISITOR);
                                return null;
                              })));

      Optional<WaitlistView> waiting = in(database, o -> o.waiting.findFor(own));
      assertThat(waiting).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void anAppointmentMovedAwayFromACancelledDayIsNotCancelledOnTheNewOne(TestDatabase database)
      throws Exception {
    BookingDatabase.reset(database, hours(DayOfWeek.MONDAY, 11, 13, 1));
    SignedIn lead = BookingDatabase.lead(database);
    for (int turn = 0; turn < THREADS; turn++) {
      BookingCode own = in(database, o -> o.booked("hoerde", EARLY)).code();
      LocalDate fallsOut = LocalDate.ofInstant(EARLY, ZoneOffset.UTC);

      race(
          2,
          i ->
              i == 0
                  ? answer(() -> in(database, o -> o.byStaff.cancelAll(lead, fallsOut)))
                  : answer(
                      () ->
                          in(
                              database,
                              o ->
                                  o.booking.move(
                                      own, new Slot.Id("hoerde", LATE), Channel.KIOSK))));

      AppointmentView now = in(database, o -> o.booking.look(own));
      assertThat(now.status())
          .isEqualTo(
              now.start().equals(LATE) ? AppointmentStatus.BOOKED : AppointmentStatus.CANCELLED);
      in(
          database,
          o -> {
            o.booking.cancel(own, Actor.VISITOR);
            return null;
          });
    }
  }

  @ParameterizedTest
  @EnumSource
  void anExceptionIsRemovedOnce(TestDatabase database) throws Exception {
    BookingDatabase.reset(database, hours(DayOfWeek.MONDAY, 11, 13, 2));
    SignedIn lead = BookingDatabase.lead(database);
    LocalDate day = LocalDate.of(2026, 11, 30);
    in(
        database,
        o -> o.arranging.except(lead, "hoerde", new FewerDesks(day, 660, 780, 0, "x"), Set.of()));
    long exception =
        database.transaction(
            em ->
                TimetableDatabase.availabilities(em)
                    .listExceptions("hoerde", day, day)
                    .get(0)
                    .id());

    List<String> answers =
        race(
            THREADS,
            () ->
                answer(
                        () ->
                            in(
                                database,
                                o -> {
                                  o.arranging.restore(lead, exception);
                                  return null;
                                }))
                    .call());

    assertThat(answers).filteredOn("yes"::equals).hasSize(1);
    assertThat(answers).filteredOn("availability.unknown"::equals).hasSize(THREADS - 1);
  }
}

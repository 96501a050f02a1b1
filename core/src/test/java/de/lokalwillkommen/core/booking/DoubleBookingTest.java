package de.lokalwillkommen.core.booking;

import static de.lokalwillkommen.core.booking.BookingOffice.hours;
import static de.lokalwillkommen.core.booking.BookingOffice.wish;
import static de.lokalwillkommen.core.kernel.AtOnce.race;
import static de.lokalwillkommen.core.ticketing.TicketFixture.TEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.lokalwillkommen.core.availability.ClosingEffect;
import de.lokalwillkommen.core.kernel.RecordedEvents;
import de.lokalwillkommen.core.kernel.Refused;
import de.lokalwillkommen.core.kernel.RequestKey;
import de.lokalwillkommen.core.kernel.TestClock;
import de.lokalwillkommen.core.kernel.TestDatabase;
import de.lokalwillkommen.core.offices.Office;
import de.lokalwillkommen.core.offices.OfficeFixture;
import de.lokalwillkommen.core.staff.SignedIn;
import de.lokalwillkommen.core.ticketing.Actor;
import de.lokalwillkommen.core.timetable.ClosedDays;
import de.lokalwillkommen.core.timetable.Place;
import de.lokalwillkommen.core.timetable.WeeklyHours;
import de.lokalwillkommen.core.waitlist.PartOfDay;
import de.lokalwillkommen.core.waitlist.WaitlistWish;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Real threads against real databases: no desk is booked twice, and every request gets an answer.
 */
class DoubleBookingTest {

  private static final int CLIENTS = 200;
  private static final int SECONDS = Integer.getInteger("lw.race.seconds", 5);
  private static final int DESKS = 2;
  private static final int HOLD_IN_A_SECOND = 300;
  private static final Instant ELEVEN = TEN.plus(Duration.ofHours(1));
  private static final Instant NEXT_MONDAY_ELEVEN = ELEVEN.plus(Duration.ofDays(7));

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

  private final TestClock clock = new TestClock(TEN);
  private final RecordedEvents events = new RecordedEvents();

  private <T> T in(TestDatabase database, Function<BookingOffice, T> work) {
    return database.transaction(em -> work.apply(BookingDatabase.over(em, events, clock)));
  }

  @ParameterizedTest
  @EnumSource
  void twoHundredPeopleAfterTwentyPlacesNeverGetOneTwice(TestDatabase database) throws Exception {
    WeeklyHours some = hours(DayOfWeek.MONDAY, 11, 13, DESKS);
    BookingDatabase.reset(database, some, hours(DayOfWeek.TUESDAY, 9, 10, 1));
    BookingDatabase.addHours(
        database,
        "eving",
        hours(DayOfWeek.MONDAY, 11, 14, DESKS),
        hours(DayOfWeek.TUESDAY, 9, 10, 1));
    List<Slot.Id> slots =
        Stream.concat(
                IntStream.range(0, 4).mapToObj(i -> slot("hoerde", i)),
                IntStream.range(0, 6).mapToObj(i -> slot("eving", i)))
            .toList();
    Clock running = Rush.fast(clock, HOLD_IN_A_SECOND);
    Rush rush = new Rush(database, e -> {}, running, slots, DESKS);
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);

    race(CLIENTS, i -> () -> rush.new Client(i).until(end));

    assertThat(rush.surprises()).isEmpty();
    assertThat(rush.outcomes()).containsKeys("confirmed", "cancelled", "refused, slot.taken");
    clock.is(running.instant().plus(Duration.ofHours(4)));
    in(
        database,
        o -> {
          o.keeping.tend("hoerde");
          o.keeping.tend("eving");
          return null;
        });
    assertClaimsAreThoseOfTheAppointments(database);
  }

  private static Slot.Id slot(String office, int number) {
    return new Slot.Id(office, NEXT_MONDAY_ELEVEN.plus(Duration.ofMinutes(30L * number)));
  }

  @ParameterizedTest
  @EnumSource
  void twoTransactionsThatCreateABookAtOnceBothSucceed(TestDatabase database) throws Exception {
    BookingDatabase.reset(database, hours(DayOfWeek.MONDAY, 11, 15, 2));

    List<BookingCode> codes =
        race(
            8,
            i ->
                () ->
                    in(
                        database,
                        o -> o.booked("hoerde", ELEVEN.plus(Duration.ofMinutes(30L * i))).code()));

    assertThat(codes).hasSize(8).doesNotHaveDuplicates();
    long version = in(database, o -> o.lists.versionOf("hoerde"));
    assertThat(version).isEqualTo(16);
  }

  @ParameterizedTest
  @EnumSource
  void booksOfOneAndOfTwoOfficesCreatedAtOnceDoNotBlockEachOther(TestDatabase database)
      throws Exception {
    BookingDatabase.reset(database, hours(DayOfWeek.MONDAY, 11, 13, 1));
    for (int round = 0; round < 20; round++) {
      database.execute(List.of("delete from appointment_book where office_id <> '-'"));

      List<Boolean> opened =
          race(
              12,
              i ->
                  () ->
                      in(
                          database,
                          o -> {
                            o.book.open(
                                TEN,
                                i % 2 == 0
                                    ? new Office[] {OfficeFixture.eving()}
                                    : new Office[] {OfficeFixture.eving(), OfficeFixture.hoerde()});
                            return true;
                          }));

      assertThat(opened).hasSize(12);
    }
  }

  @ParameterizedTest
  @EnumSource
  void theLastPlaceGoesToOneAndTheOthersGetAlternatives(TestDatabase database) throws Exception {
    BookingDatabase.reset(database, hours(DayOfWeek.MONDAY, 11, 13, 1));

    List<String> answers =
        race(16, () -> answer(() -> in(database, o -> o.booking.hold(wish("hoerde", ELEVEN)))));

    assertThat(answers).filteredOn("yes"::equals).hasSize(1);
    assertThat(answers).filteredOn("slot.taken, 3 others"::equals).hasSize(15);
  }

  @ParameterizedTest
  @EnumSource
  void theSameRequestManyTimesAtOnceIsOneAppointment(TestDatabase database) throws Exception {
    BookingDatabase.reset(database, hours(DayOfWeek.MONDAY, 11, 13, 4));
    BookingWish same =
        new BookingWish(
            new Slot.Id("hoerde", ELEVEN),
            OfficeFixture.HOUSING,
            "de",
            Channel.KIOSK,
            Optional.empty(),
            Optional.of(new RequestKey("the-same-key")),
            Optional.of(new RequestKey("the-same-visit")));

    List<BookingAppointments.Booked> answers =
        race(16, () -> in(database, o -> o.booking.hold(same)));

    assertThat(answers).filteredOn(BookingAppointments.Booked::isNew).hasSize(1);
    assertThat(answers)
        .extracting(b -> b.appointment().code())
        .containsOnly(answers.get(0).appointment().code());
  }

  @ParameterizedTest
  @EnumSource
  void theSameKeyInTwoOfficesAtOnceIsOneAppointmentAndOneRefusal(TestDatabase database)
      throws Exception {
    BookingDatabase.reset(database, hours(DayOfWeek.MONDAY, 11, 13, 20));
    BookingDatabase.addHours(database, "eving", hours(DayOfWeek.MONDAY, 11, 13, 20));
    List<String> offices = List.of("hoerde", "eving");
    for (int round = 0; round < 20; round++) {
      RequestKey key = new RequestKey("key-" + round);

      List<String> answers =
          race(
              2,
              i ->
                  () ->
                      answer(
                          () ->
                              in(
                                  database,
                                  o ->
                                      o.booking.hold(
                                          wish(offices.get(i), ELEVEN, Optional.of(key))))));

      assertThat(answers).containsExactlyInAnyOrder("yes", "request.otherBody");
    }
    assertClaimsAreThoseOfTheAppointments(database);
    assertThat(claims(database)).hasSize(20 * 6);
  }

  @ParameterizedTest
  @EnumSource
  void oneAddressConfirmedInTwoOfficesAtOnceHasOneAppointment(TestDatabase database)
      throws Exception {
    BookingDatabase.reset(database, hours(DayOfWeek.MONDAY, 11, 13, 1));
    BookingDatabase.addHours(database, "eving", hours(DayOfWeek.MONDAY, 11, 13, 1));
    for (int round = 0; round < 20; round++) {
      Optional<Contact> address = Optional.of(new Contact("a" + round + "@example.org"));
      List<BookingCode> held =
          Stream.of("hoerde", "eving")
              .map(office -> in(database, o -> o.booking.hold(wish(office, ELEVEN))))
              .map(booked -> booked.appointment().code())
              .toList();

      List<String> answers =
          race(
              2,
              i -> () -> answer(() -> in(database, o -> o.booking.confirm(held.get(i), address))));

      assertThat(answers).containsExactlyInAnyOrder("yes", "booking.oneOpen");
      held.forEach(code -> cancel(database, code));
    }
  }

  @ParameterizedTest
  @EnumSource
  void anOfferTakenTwiceAtOnceIsOneAppointment(TestDatabase database) throws Exception {
    BookingDatabase.reset(database, hours(DayOfWeek.MONDAY, 15, 16, 1));
    Instant three = TEN.plus(Duration.ofHours(5));
    BookingCode freed = in(database, o -> o.booked("hoerde", three)).code();
    BookingCode entry = in(database, o -> o.waiting.join(waiting())).entry().code();
    cancel(database, freed);
    String token = in(database, o -> o.waiting.look(entry)).offer().orElseThrow().token();

    List<AppointmentView> answers = race(8, () -> in(database, o -> o.waiting.claim(token)));

    assertThat(answers).extracting(AppointmentView::code).containsOnly(answers.get(0).code());
    List<AppointmentView> today = in(database, o -> o.lists.listOn("hoerde", TODAY));
    assertThat(today).filteredOn(a -> a.status() == AppointmentStatus.BOOKED).hasSize(1);
    assertClaimsAreThoseOfTheAppointments(database);
  }

  @ParameterizedTest
  @EnumSource
  void cancelledAndMovedElsewhereAtOnceItIsEitherAndNothingIsLeft(TestDatabase database)
      throws Exception {
    BookingDatabase.reset(database, hours(DayOfWeek.MONDAY, 11, 13, 1));
    BookingDatabase.addHours(database, "eving", hours(DayOfWeek.MONDAY, 11, 13, 1));
    for (int round = 0; round < 20; round++) {
      BookingCode code = in(database, o -> o.booked("hoerde", ELEVEN)).code();

      race(
          2,
          i ->
              () ->
                  answer(
                      () ->
                          i == 0
                              ? cancel(database, code)
                              : in(
                                  database,
                                  o ->
                                      o.booking.move(
                                          code, new Slot.Id("eving", ELEVEN), Channel.OUTSIDE))));

      answer(() -> cancel(database, code));
      assertThat(in(database, o -> o.booking.look(code)).status())
          .isEqualTo(AppointmentStatus.CANCELLED);
    }
    assertThat(claims(database)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void hoursRemovedDuringABookingEitherStayOrWereRemovedBefore(TestDatabase database)
      throws Exception {
    BookingDatabase.reset(database);
    SignedIn lead = BookingDatabase.lead(database);
    for (int round = 0; round < 20; round++) {
      long rule =
          in(database, o -> o.arranging.add(lead, "hoerde", hours(DayOfWeek.MONDAY, 11, 13, 1)));

      List<String> answers =
          race(
              2,
              i ->
                  () ->
                      i == 0
                          ? answer(() -> in(database, o -> o.booked("hoerde", ELEVEN)))
                          : in(database, o -> o.arranging.remove(lead, rule, Set.of())).isEmpty()
                              ? "gone"
                              : "stopped");

      assertThat(answers).isIn(List.of("yes", "stopped"), List.of("slot.taken, 0 others", "gone"));
      for (AppointmentView booked : in(database, o -> o.lists.listOn("hoerde", TODAY))) {
        cancel(database, booked.code());
      }
      in(database, o -> answers.contains("gone") ? null : o.arranging.remove(lead, rule, Set.of()));
    }
  }

  @ParameterizedTest
  @EnumSource
  void noVisitorBooksADayThatWasClosedAMomentAgo(TestDatabase database) {
    BookingDatabase.reset(database, hours(DayOfWeek.MONDAY, 11, 13, 1));
    SignedIn lead = BookingDatabase.lead(database);
    in(
        database,
        o ->
            o.arranging.close(
                lead, "hoerde", new ClosedDays(TODAY, TODAY, ""), ClosingEffect.Told.NOTHING));

    // these offices are cached for ever: no nudge reaches them
    assertThatThrownBy(() -> in(database, o -> o.booked("hoerde", ELEVEN)))
        .isInstanceOfSatisfying(
            Refused.class, r -> assertThat(r.refusal().key()).isEqualTo("slot.taken"));
  }

  private static WaitlistWish waiting() {
    return new WaitlistWish(
        OfficeFixture.HOUSING,
        "de",
        Set.of("hoerde"),
        TODAY,
        TODAY.plusDays(20),
        PartOfDay.ANY,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private boolean cancel(TestDatabase database, BookingCode code) {
    return in(
        database,
        o -> {
          o.booking.cancel(code, Actor.VISITOR);
          return true;
        });
  }

  private static String answer(Callable<?> asked) throws Exception {
    try {
      asked.call();
      return "yes";
    } catch (Refused refused) {
      Object others = refused.refusal().facts().get("alternatives");
      return refused.refusal().key()
          + (others instanceof List<?> slots ? ", " + slots.size() + " others" : "");
    }
  }

  private static List<List<Object>> claims(TestDatabase database) {
    return database.transaction(
        em ->
            em.createQuery(
                    "select c.availability, c.desk, c.cell, c.appointment from SlotClaim c",
                    Object[].class)
                .getResultStream()
                .map(Arrays::asList)
                .toList());
  }

  /**
   * The claims are the five-minute cells of all appointments that occupy a place, and nothing else.
   */
  private static void assertClaimsAreThoseOfTheAppointments(TestDatabase database) {
    List<List<Object>> taken =
        database.transaction(
            em ->
                em.createQuery("select a from Appointment a", Appointment.class)
                    .getResultStream()
                    .filter(a -> AppointmentStatus.TAKING.contains(a.status()))
                    .flatMap(DoubleBookingTest::cells)
                    .toList());
    // the number left at the end varies; the outcomes show that there were some
    assertThat(claims(database)).containsExactlyInAnyOrderElementsOf(taken);
  }

  private static Stream<List<Object>> cells(Appointment appointment) {
    Place place = appointment.place();
    return Stream.iterate(
            place.start(), at -> at.isBefore(place.end()), at -> at.plus(Duration.ofMinutes(5)))
        .map(at -> List.of(place.availability(), place.desk(), at, appointment.id()));
  }
}

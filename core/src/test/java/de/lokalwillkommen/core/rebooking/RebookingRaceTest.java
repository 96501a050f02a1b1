package de.lokalwillkommen.core.rebooking;

import static de.lokalwillkommen.core.booking.BookingOffice.hours;
import static de.lokalwillkommen.core.kernel.AtOnce.race;
import static org.assertj.core.api.Assertions.assertThat;

import de.lokalwillkommen.core.availability.ClosingEffect;
import de.lokalwillkommen.core.booking.AppointmentAction;
import de.lokalwillkommen.core.booking.AppointmentStatus;
import de.lokalwillkommen.core.booking.AppointmentView;
import de.lokalwillkommen.core.booking.BookingDatabase;
import de.lokalwillkommen.core.booking.BookingOffice;
import de.lokalwillkommen.core.booking.Channel;
import de.lokalwillkommen.core.booking.OfficeReason;
import de.lokalwillkommen.core.booking.Slot;
import de.lokalwillkommen.core.kernel.RecordedEvents;
import de.lokalwillkommen.core.kernel.Refused;
import de.lokalwillkommen.core.kernel.TestClock;
import de.lokalwillkommen.core.kernel.TestDatabase;
import de.lokalwillkommen.core.rebooking.RebookingDay.Seen;
import de.lokalwillkommen.core.rebooking.WorkingList.Item;
import de.lokalwillkommen.core.staff.Role;
import de.lokalwillkommen.core.staff.SignedIn;
import de.lokalwillkommen.core.ticketing.Actor;
import de.lokalwillkommen.core.ticketing.TicketFixture;
import de.lokalwillkommen.core.timetable.ClosedDays;
import de.lokalwillkommen.core.waitlist.WaitlistFixture;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Real threads against real databases: two members of staff work through the same list while
 * visitors move and cancel.
 */
class RebookingRaceTest {

  private static final LocalDate MONDAY = LocalDate.of(2026, 11, 30);
  private static final Instant EIGHT = Instant.parse("2026-11-30T07:00:00Z");
  private static final Duration HALF_HOUR = Duration.ofMinutes(30);
  private static final int BOOKED = 43;
  private static final SignedIn ME =
      new SignedIn(
          7,
          "lead",
          "Leitung",
          Set.of(Role.OFFICE_LEAD),
          Optional.of("hoerde"),
          Optional.empty(),
          "csrf");

  private final RecordedEvents events = new RecordedEvents();
  private final TestClock clock = new TestClock(TicketFixture.TEN);

  private <T> T in(TestDatabase database, Function<BookingOffice, T> work) {
    return database.transaction(em -> work.apply(BookingDatabase.over(em, events, clock)));
  }

  private List<AppointmentView> book(TestDatabase database) {
    BookingDatabase.reset(
        database,
        hours(DayOfWeek.MONDAY, 8, 19, 2),
        hours(DayOfWeek.TUESDAY, 8, 19, 2),
        hours(DayOfWeek.WEDNESDAY, 8, 19, 2));
    return IntStream.range(0, BOOKED)
        .mapToObj(
            i -> in(database, o -> o.booked("hoerde", EIGHT.plus(HALF_HOUR.multipliedBy(i / 2)))))
        .toList();
  }

  /** How an attempt ended: as it should, or with the key of the refusal. */
  private String answer(TestDatabase database, Function<BookingOffice, Object> work) {
    try {
      in(database, work);
      return "done";
    } catch (Refused refused) {
      return refused.refusal().key();
    }
  }

  private static Seen seen(Item item) {
    return new Seen(item.appointment().code(), item.appointment().start());
  }

  private List<String> moveAll(TestDatabase database, WorkingList list) {
    return list.items().stream()
        .map(
            item ->
                answer(
                    database,
                    o ->
                        o.rebooking.move(
                            ME,
                            seen(item),
                            item.proposal().orElseThrow().id(),
                            OfficeReason.STAFF)))
        .toList();
  }

  private List<String> cancelAll(TestDatabase database, WorkingList list) {
    List<Item> backwards = new ArrayList<>(list.items());
    Collections.reverse(backwards);
    return backwards.stream()
        .map(
            item ->
                answer(
                    database,
                    o -> {
                      o.rebooking.cancel(ME, seen(item), OfficeReason.CLOSED);
                      return item;
                    }))
        .toList();
  }

  private List<String> interfere(TestDatabase database, WorkingList list) {
    return list.items().stream()
        .filter(item -> item.appointment().id() % 3 == 0)
        .map(
            item ->
                answer(
                    database,
                    o -> {
                      if (item.appointment().id() % 2 == 0) {
                        o.booking.cancel(item.appointment().code(), Actor.VISITOR);
                        return item;
                      }
                      Slot.Id own =
                          new Slot.Id(
                              "hoerde", item.appointment().start().plus(Duration.ofDays(2)));
                      return o.booking.move(item.appointment().code(), own, Channel.OUTSIDE);
                    }))
        .toList();
  }

  @ParameterizedTest
  @EnumSource
  void eachAppointmentIsMovedOnceOrCancelledAndNothingIsLost(TestDatabase database)
      throws Exception {
    List<AppointmentView> booked = book(database);
    WorkingList list = in(database, o -> o.rebooking.look(ME, MONDAY));
    assertThat(list.items()).hasSize(BOOKED);

    List<List<String>> answers =
        race(
            4,
            i ->
                () ->
                    switch (i) {
                      case 0, 1 -> moveAll(database, list);
                      case 2 -> cancelAll(database, list);
                      default -> interfere(database, list);
                    });

    assertThat(answers.stream().flatMap(List::stream))
        .isSubsetOf("done", "rebooking.changedMeanwhile", "slot.taken", "appointment.notNow");
    for (AppointmentView before : booked) {
      AppointmentView after = in(database, o -> o.booking.look(before.code()));
      assertThat(movesByStaff(database, before.id())).as(before.code().value()).isBetween(0L, 1L);
      if (after.status() == AppointmentStatus.BOOKED) {
        assertThat(after.start()).isNotEqualTo(before.start());
      } else {
        assertThat(after.status()).isEqualTo(AppointmentStatus.CANCELLED);
      }
    }
    assertThat(in(database, o -> o.rebooking.look(ME, MONDAY)).items()).isEmpty();
    assertThat(claimsOf(database)).isEqualTo(6 * countBooked(database, booked));
  }

  private static long movesByStaff(TestDatabase database, long appointment) {
    return database.transaction(
        em ->
            em.createQuery(
                    "select count(e) from AppointmentEvent e where e.appointment = :one"
                        + " and e.action = :move and e.actor = :staff",
                    Long.class)
                .setParameter("one", appointment)
                .setParameter("move", AppointmentAction.MOVE)
                .setParameter("staff", Actor.COUNSELLOR)
                .getSingleResult());
  }

  private long countBooked(TestDatabase database, List<AppointmentView> all) {
    return all.stream()
        .map(a -> in(database, o -> o.booking.look(a.code())))
        .filter(a -> a.status() == AppointmentStatus.BOOKED)
        .count();
  }

  private static long claimsOf(TestDatabase database) {
    return database.transaction(
        em -> em.createQuery("select count(c) from SlotClaim c", Long.class).getSingleResult());
  }

  @ParameterizedTest
  @EnumSource
  void aPlaceOfADayThatWasClosedAMomentAgoIsNotOffered(TestDatabase database) {
    List<AppointmentView> booked = book(database);
    var entry = in(database, o -> o.waiting.join(WaitlistFixture.forHousing("hoerde")));
    database.execute(
        List.of(
            "delete from counsellor where login = 'lead'",
            "insert into counsellor (id, login, display_name, roles, languages, topics,"
                + " password_hash) values (7,'lead','Leitung','','','','')"));
    Set<Long> told = booked.stream().map(AppointmentView::id).collect(Collectors.toSet());
    in(
        database,
        o ->
            o.arranging.close(
                ME, "hoerde", new ClosedDays(MONDAY, MONDAY, ""), new ClosingEffect.Told(told, 0)));

    // these offices are cached for ever: no nudge reaches them
    answer(
        database,
        o -> {
          o.booking.cancel(booked.get(0).code(), Actor.VISITOR);
          return o;
        });

    assertThat(in(database, o -> o.waiting.look(entry.entry().code())).offer()).isEmpty();
  }
}

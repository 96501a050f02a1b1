package de.lokalwillkommen.core.booking;

import static de.lokalwillkommen.core.ticketing.TicketFixture.TEN;
import static org.assertj.core.api.Assertions.assertThat;

import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.core.kernel.Refused;
import de.lokalwillkommen.core.offices.OfficeFixture;
import de.lokalwillkommen.core.ticketing.Actor;
import de.lokalwillkommen.core.timetable.Availability;
import de.lokalwillkommen.core.timetable.AvailabilityException;
import de.lokalwillkommen.core.timetable.FewerDesks;
import de.lokalwillkommen.core.timetable.WeeklyHours;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;

/**
 * Bookings, moves and changed hours in random order: no appointment is booked at a time at which as
 * many run already as there are desks. Counted minute by minute, from the wording of the
 * requirements.
 */
class CapacityPropertyTest {

  private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
  private static final Instant MIDNIGHT = MONDAY.atStartOfDay(OfficeFixture.BERLIN).toInstant();
  private static final int FROM = 11 * 60;
  private static final int UNTIL = 15 * 60;

  /** The steps; those that remove desks come last. */
  private enum Step {
    BOOK,
    BOOK_ALL_THERE_ARE,
    BY_STAFF,
    CANCEL,
    MOVE,
    ADD,
    EXCEPT,
    REMOVE,
    CHANGE;

    boolean reduces() {
      return ordinal() >= EXCEPT.ordinal();
    }
  }

  private record Exception(int from, int until, int desks) {}

  /** A day in Hörde; housing takes two slots there. */
  private static final class World {

    private final BookingDesk desk =
        new BookingDesk(OfficeFixture.hoerde().withSlots(OfficeFixture.HOUSING, 2));
    private final List<Availability> rules = new ArrayList<>();
    private final List<Exception> exceptions = new ArrayList<>();
    private boolean reduced;

    void happens(Step step, int which) {
      try {
        switch (step) {
          case BOOK -> book(which, Channel.KIOSK);
          case BOOK_ALL_THERE_ARE -> bookAllThereAre(which);
          case BY_STAFF -> book(which, Channel.STAFF);
          case CANCEL -> desk.booking.cancel(pick(open(), which).code(), Actor.VISITOR);
          case MOVE -> move(which);
          case ADD -> add(hours(which));
          case EXCEPT -> except(which);
          case REMOVE -> pick(rules, which).remove(desk.clock.instant());
          case CHANGE -> pick(rules, which).arrange(hours(which / 3));
        }
        reduced |= step.reduces();
        Statistics.label("step").collect(step);
      } catch (Refused refused) {
        Statistics.label("step").collect(step + " refused");
      }
      if (!reduced) {
        for (int minute = FROM; minute < UNTIL; minute += 5) {
          assertThat(running(minute)).isLessThanOrEqualTo(desks(minute));
        }
      }
    }

    private void book(int which, Channel channel) {
      // a third at a time that may not be offered at all
      Instant start =
          which % 3 == 0
              ? at(FROM + which % 48 * 5)
              : pick(slots(topic(which), channel), which / 5).start();
      book(start, topic(which), channel);
    }

    private void book(Instant start, String topic, Channel channel) {
      BookingWish wish =
          new BookingWish(
              new Slot.Id("hoerde", start),
              topic,
              "de",
              channel,
              Optional.empty(),
              Optional.empty(),
              Optional.empty());
      assertHasADesk(desk.booking.bookAtOnce(wish));
    }

    /** Books every slot that the search returns, as often as it says. */
    private void bookAllThereAre(int which) {
      Slot slot = pick(slots(topic(which), Channel.KIOSK), which / 5);
      assertThat(slot.free()).isPositive();
      for (int i = 0; i < slot.free(); i++) {
        try {
          book(slot.start(), topic(which), Channel.KIOSK);
        } catch (Refused refused) {
          throw new AssertionError(slot + " could be had " + i + " times", refused);
        }
      }
    }

    private void move(int which) {
      Appointment some = pick(open(), which);
      // an appointment may stay where it is, although its desk may be gone
      List<Slot> others =
          slots(some.topic(), Channel.STAFF).stream()
              .filter(s -> !s.start().equals(some.start()))
              .toList();
      Slot slot = pick(others, which / 7);
      assertHasADesk(desk.booking.move(some.code(), slot.id(), Channel.STAFF));
    }

    private void assertHasADesk(AppointmentView booked) {
      Appointment it = desk.appointments.get(booked.code());
      for (int minute = FROM; minute < UNTIL; minute += 5) {
        int now = minute;
        if (runsAt(it, now)) {
          assertThat(running(now)).isLessThanOrEqualTo(desks(now));
          long ofItsRule =
              runningAt(now)
                  .filter(a -> a.place().availability() == it.place().availability())
                  .count();
          assertThat(ofItsRule).isLessThanOrEqualTo(desks(it.place().availability(), now));
        }
      }
    }

    private long running(int minute) {
      return runningAt(minute).count();
    }

    private Stream<Appointment> runningAt(int minute) {
      return open().stream().filter(a -> runsAt(a, minute));
    }

    private static boolean runsAt(Appointment appointment, int minute) {
      return !appointment.start().isAfter(at(minute)) && appointment.end().isAfter(at(minute));
    }

    private long desks(int minute) {
      return rules.stream().mapToLong(r -> desks(r.id(), minute)).sum();
    }

    private long desks(long rule, int minute) {
      return rules.stream()
          .filter(r -> r.id() == rule && !r.isRemoved())
          .map(Availability::hours)
          .filter(h -> h.fromMinute() <= minute && minute < h.untilMinute())
          .mapToInt(h -> Math.min(h.desks(), leftAt(minute)))
          .sum();
    }

    private int leftAt(int minute) {
      return exceptions.stream()
          .filter(e -> e.from() <= minute && minute < e.until())
          .mapToInt(Exception::desks)
          .reduce(Integer.MAX_VALUE, Math::min);
    }

    private List<Appointment> open() {
      return desk.appointments.list().stream().filter(a -> a.status().isOpen()).toList();
    }

    private List<Slot> slots(String topic, Channel channel) {
      return desk.finding.list(SlotQuery.in("hoerde", topic, "de", channel, 500)).stream()
          .filter(s -> s.start().isBefore(at(UNTIL)))
          .toList();
    }

    private void add(WeeklyHours hours) {
      Availability rule = new Availability("hoerde", hours);
      desk.availabilities.add(rule);
      rules.add(rule);
    }

    private void except(int which) {
      int from = FROM + which % 23 * 10;
      Exception some = new Exception(from, from + 20 + which % 5 * 30, which % 3);
      exceptions.add(some);
      desk.availabilities.add(
          new AvailabilityException(
              "hoerde", new FewerDesks(MONDAY, some.from(), some.until(), some.desks(), "")));
    }

    private static WeeklyHours hours(int which) {
      int from = FROM + which % 4 * 30;
      int desks = 1 + which / 4 % 3;
      return new WeeklyHours(
          DayOfWeek.MONDAY,
          from,
          Math.min(UNTIL, from + 60 + which / 12 % 4 * 60),
          1,
          MONDAY,
          MONDAY,
          Optional.of(MONDAY),
          List.of(20, 30, 45).get(which / 48 % 3),
          desks,
          which / 144 % 2 == 0 ? 0 : desks - 1,
          0,
          which % 5 == 0 ? Set.of(OfficeFixture.LETTERS) : Set.of(),
          Set.of());
    }

    private static String topic(int which) {
      return which % 2 == 0 ? OfficeFixture.HOUSING : OfficeFixture.LETTERS;
    }

    private static Instant at(int minute) {
      return MIDNIGHT.plusSeconds(60L * minute);
    }

    private static <T> T pick(List<T> all, int which) {
      if (all.isEmpty()) {
        throw Refusal.of(Kind.UNKNOWN, "nothing").asException();
      }
      return all.get(which % all.size());
    }
  }

  private static void play(List<Integer> script, int steps) {
    World world = new World();
    assertThat(world.desk.clock.instant()).isEqualTo(TEN);
    world.add(World.hours(12));
    world.add(World.hours(script.get(0)));
    script.forEach(n -> world.happens(Step.values()[n % steps], n / Step.values().length));
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  @StatisticsReport(label = "step", onFailureOnly = true)
  void withoutFewerDesksThereAreNeverMoreAppointmentsThanDesks(
      @ForAll @Size(min = 15, max = 50) List<@IntRange(max = 1_000_000) Integer> script) {
    play(script, Step.EXCEPT.ordinal());
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  @StatisticsReport(label = "step", onFailureOnly = true)
  void afterAnyChangeNoNewAppointmentIsBookedWithoutAFreeDesk(
      @ForAll @Size(min = 15, max = 60) List<@IntRange(max = 1_000_000) Integer> script) {
    play(script, Step.values().length);
  }
}

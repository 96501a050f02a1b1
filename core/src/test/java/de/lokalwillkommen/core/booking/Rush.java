package de.lokalwillkommen.core.booking;

import de.lokalwillkommen.core.kernel.DomainEvents;
import de.lokalwillkommen.core.kernel.Refused;
import de.lokalwillkommen.core.kernel.RequestKey;
import de.lokalwillkommen.core.kernel.TestDatabase;
import de.lokalwillkommen.core.offices.OfficeFixture;
import de.lokalwillkommen.core.staff.Role;
import de.lokalwillkommen.core.staff.SignedIn;
import de.lokalwillkommen.core.ticketing.Actor;
import de.lokalwillkommen.core.waitlist.PartOfDay;
import de.lokalwillkommen.core.waitlist.WaitlistView;
import de.lokalwillkommen.core.waitlist.WaitlistWish;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;

/** Many clients compete for few slots, in every possible way, until the time is up. */
final class Rush {

  private final TestDatabase database;
  private final DomainEvents events;
  private final Clock clock;
  private final List<Slot.Id> slots;
  private final int capacity;
  private final Map<Slot.Id, AtomicInteger> mine = new ConcurrentHashMap<>();
  private final Map<String, AtomicInteger> outcomes = new ConcurrentHashMap<>();
  private final ConcurrentLinkedQueue<String> surprises = new ConcurrentLinkedQueue<>();

  /**
   * @param slots the slots that all clients want
   * @param capacity how often each slot can be booked
   */
  Rush(TestDatabase database, DomainEvents events, Clock clock, List<Slot.Id> slots, int capacity) {
    this.database = database;
    this.events = events;
    this.clock = clock;
    this.slots = List.copyOf(slots);
    this.capacity = capacity;
  }

  /** Results that must not occur: errors, missing alternatives, more bookings than places. */
  List<String> surprises() {
    return List.copyOf(surprises);
  }

  /** How often each outcome occurred. */
  Map<String, AtomicInteger> outcomes() {
    return outcomes;
  }

  /** One of many clients; it acts in sequence. */
  final class Client {

    private final Random random;
    private final SignedIn staff;
    private Optional<AppointmentView> booked = Optional.empty();
    private Optional<BookingCode> entry = Optional.empty();

    Client(int seed) {
      this.random = new Random(seed);
      this.staff =
          new SignedIn(
              seed,
              "staff",
              "Beratung",
              Set.of(Role.COUNSELLOR),
              Optional.of(seed % 2 == 0 ? "hoerde" : "eving"),
              Optional.empty(),
              "csrf");
    }

    /** Acts at random until then. */
    Client until(long nanos) {
      while (System.nanoTime() < nanos) {
        once();
      }
      return this;
    }

    private void once() {
      try {
        if (booked.isPresent()) {
          withAppointment(booked.get());
        } else if (entry.isPresent()) {
          onTheWaitlist(entry.get());
        } else {
          withNothing();
        }
      } catch (Refused refused) {
        expect(refused);
        // a client that is refused pauses before the next attempt
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(random.nextInt(40)));
      } catch (RuntimeException e) {
        surprises.add(e.toString());
      }
    }

    private void withNothing() {
      switch (random.nextInt(40)) {
        case 0 -> entry = Optional.of(join(Optional.empty()));
        case 1, 2 -> lookAnywhere();
        default -> {
          if (random.nextInt(3) == 0) {
            byStaff();
          } else {
            byMyself();
          }
        }
      }
    }

    private void byMyself() {
      Slot.Id slot = any();
      BookingCode code = in(o -> o.booking.hold(wish(slot, Channel.KIOSK))).appointment().code();
      count("held");
      int then = random.nextInt(10);
      if (then < 7) {
        gained(in(o -> o.booking.confirm(code, Optional.empty())), "confirmed");
      } else if (then < 9) {
        cancel(code);
      }
      // else the hold is left to expire
    }

    private void byStaff() {
      Slot.Id slot = new Slot.Id(staff.office().orElseThrow(), any().start());
      gained(
          in(o -> o.byStaff.book(staff, slot, OfficeFixture.HOUSING, "de", Optional.empty())),
          "booked by staff");
    }

    private void lookAnywhere() {
      in(
          o ->
              o.finding.list(
                  SlotQuery.in("hoerde", OfficeFixture.HOUSING, "de", Channel.KIOSK, 5)
                      .anywhere()));
      count("searched");
    }

    private void withAppointment(AppointmentView present) {
      int what = random.nextInt(10);
      if (what < 4 && entry.isEmpty()) {
        lost(present);
        cancel(present.code());
      } else if (what < 7) {
        move(present);
      } else if (entry.isEmpty()) {
        entry = Optional.of(join(Optional.of(present.code())));
      } else {
        onTheWaitlist(entry.get());
      }
    }

    private void move(AppointmentView present) {
      Slot.Id to = any();
      lost(present);
      try {
        gained(in(o -> o.booking.move(present.code(), to, Channel.OUTSIDE)), "moved");
      } catch (Refused refused) {
        gained(present, "not moved");
        throw refused;
      }
    }

    private void onTheWaitlist(BookingCode code) {
      WaitlistView view = in(o -> o.waiting.look(code));
      if (view.offer().isEmpty() || random.nextInt(4) == 0) {
        in(
            o -> {
              o.waiting.leave(code);
              return null;
            });
        entry = Optional.empty();
        count("left the list");
        return;
      }
      String token = view.offer().get().token();
      if (random.nextInt(3) == 0) {
        in(
            o -> {
              o.waiting.decline(token);
              return null;
            });
        count("declined");
        return;
      }
      booked.ifPresent(this::lost);
      gained(in(o -> o.waiting.claim(token)), "claimed");
      entry = Optional.empty();
    }

    private BookingCode join(Optional<BookingCode> instead) {
      LocalDate today = LocalDate.ofInstant(clock.instant(), OfficeFixture.BERLIN);
      return in(o ->
              o.waiting.join(
                  new WaitlistWish(
                      OfficeFixture.HOUSING,
                      "de",
                      Set.of("hoerde", "eving"),
                      today,
                      today.plusDays(20),
                      PartOfDay.ANY,
                      instead,
                      Optional.empty(),
                      Optional.empty())))
          .entry()
          .code();
    }

    private void cancel(BookingCode code) {
      in(
          o -> {
            o.booking.cancel(code, Actor.VISITOR);
            return null;
          });
      count("cancelled");
    }

    private BookingWish wish(Slot.Id slot, Channel channel) {
      return new BookingWish(
          slot,
          OfficeFixture.HOUSING,
          "de",
          channel,
          Optional.empty(),
          Optional.of(new RequestKey(UUID.randomUUID().toString())),
          Optional.empty());
    }

    private Slot.Id any() {
      return slots.get(random.nextInt(slots.size()));
    }

    private void gained(AppointmentView appointment, String how) {
      booked = Optional.of(appointment);
      Slot.Id slot = new Slot.Id(appointment.office(), appointment.start());
      int now = mine.computeIfAbsent(slot, s -> new AtomicInteger()).incrementAndGet();
      if (now > capacity) {
        surprises.add(now + " appointments at " + slot);
      }
      count(how);
    }

    /** Counted as lost before it is released: every counted booking exists. */
    private void lost(AppointmentView appointment) {
      booked = Optional.empty();
      mine.get(new Slot.Id(appointment.office(), appointment.start())).decrementAndGet();
    }

    private void expect(Refused refused) {
      Map<String, Object> facts = refused.refusal().facts();
      count("refused, " + refused.refusal().key());
      boolean taken = "taken".equals(facts.get("reason"));
      if (taken && !(facts.get("alternatives") instanceof List)) {
        surprises.add("no alternatives in " + refused.refusal());
      }
    }
  }

  private void count(String what) {
    outcomes.computeIfAbsent(what, w -> new AtomicInteger()).incrementAndGet();
  }

  private <T> T in(Function<BookingOffice, T> work) {
    return database.transaction(em -> work.apply(BookingDatabase.over(em, events, clock)));
  }

  /** A clock that runs several times as fast as the real one. */
  static Clock fast(Clock from, int times) {
    long began = System.nanoTime();
    Instant start = from.instant();
    return new Clock() {
      @Override
      public Instant instant() {
        return start.plus(Duration.ofNanos(System.nanoTime() - began).multipliedBy(times));
      }

      @Override
      public ZoneId getZone() {
        return from.getZone();
      }

      @Override
      public Clock withZone(ZoneId zone) {
        return this;
      }
    };
  }
}

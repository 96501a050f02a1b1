package de.lokalwillkommen.core.booking;

import static de.lokalwillkommen.core.booking.BookingOffice.hours;
import static de.lokalwillkommen.core.booking.BookingOffice.wish;
import static de.lokalwillkommen.core.ticketing.TicketFixture.TEN;
import static org.assertj.core.api.Assertions.assertThat;

import de.lokalwillkommen.core.kernel.RecordedEvents;
import de.lokalwillkommen.core.kernel.Statements;
import de.lokalwillkommen.core.kernel.TestClock;
import de.lokalwillkommen.core.kernel.TestDatabase;
import de.lokalwillkommen.core.ticketing.Actor;
import de.lokalwillkommen.core.waitlist.WaitlistFixture;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The number of SQL statements of a booking, which matters since bookings of one office run one
 * after another.
 */
class BookingStatementsDatabaseTest {

  private static final Instant ELEVEN = TEN.plus(Duration.ofHours(1)).plus(Duration.ofDays(7));
  private static final Optional<Contact> ADDRESS = Optional.of(new Contact("a@example.org"));
  private static final Optional<Contact> OTHER = Optional.of(new Contact("b@example.org"));

  private final TestClock clock = new TestClock(TEN);
  private List<String> sent = new ArrayList<>();

  private <T> T in(TestDatabase database, Function<BookingOffice, T> work) {
    return database.transaction(
        em -> {
          Statements statements = Statements.of(em);
          T done = work.apply(BookingDatabase.over(em, new RecordedEvents(), clock));
          em.flush();
          sent = statements.list();
          return done;
        });
  }

  private void assertSent(int statements) {
    assertThat(sent).hasSize(statements);
  }

  /** Creates the office's book and settles its day with a first booking. */
  private void open(TestDatabase database) {
    BookingDatabase.reset(database, hours(DayOfWeek.MONDAY, 11, 13, 2));
    in(database, o -> o.booked("hoerde", ELEVEN.plus(Duration.ofHours(1))));
  }

  @ParameterizedTest
  @EnumSource
  void aHoldAndItsConfirmation(TestDatabase database) {
    open(database);

    BookingCode code =
        in(database, o -> o.booking.hold(wish("hoerde", ELEVEN))).appointment().code();
    assertSent(18);
    in(database, o -> o.booking.confirm(code, Optional.empty()));
    assertSent(6);
  }

  @ParameterizedTest
  @EnumSource
  void aConfirmationWithAnAddressAndItsThreeLetters(TestDatabase database) {
    open(database);
    BookingCode code =
        in(database, o -> o.booking.hold(wish("hoerde", ELEVEN))).appointment().code();

    in(database, o -> o.booking.confirm(code, ADDRESS));

    assertSent(12);
  }

  @ParameterizedTest
  @EnumSource
  void aCancellationThatIsOfferedAndTaken(TestDatabase database) {
    open(database);
    BookingCode code =
        in(database, o -> o.booking.hold(wish("hoerde", ELEVEN))).appointment().code();
    in(database, o -> o.booking.confirm(code, ADDRESS));
    BookingCode entry =
        in(
            database,
            o ->
                o.waiting
                    .join(WaitlistFixture.wish(Optional.empty(), OTHER, "hoerde"))
                    .entry()
                    .code());

    in(
        database,
        o -> {
          o.booking.cancel(code, Actor.VISITOR);
          return null;
        });
    assertSent(42);

    String token = in(database, o -> o.waiting.look(entry)).offer().orElseThrow().token();
    in(database, o -> o.waiting.claim(token));
    assertSent(18);
  }
}

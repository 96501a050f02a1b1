package de.lokalwillkommen.core.letters;

import static de.lokalwillkommen.core.booking.BookingOffice.hours;
import static de.lokalwillkommen.core.ticketing.TicketFixture.TEN;
import static org.assertj.core.api.Assertions.assertThat;

import de.lokalwillkommen.core.booking.Appointment;
import de.lokalwillkommen.core.booking.BookingDesk;
import de.lokalwillkommen.core.kernel.InMemoryIds;
import de.lokalwillkommen.core.offices.OfficeFixture;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When a letter is retried, and when it fails for good. */
class LetterTest {

  private static final Instant ELEVEN = TEN.plus(Duration.ofHours(1));

  private final BookingDesk desk =
      new BookingDesk(OfficeFixture.hoerde()).with("hoerde", hours(DayOfWeek.MONDAY, 11, 16, 1));
  private final Appointment appointment =
      desk.appointments.find(desk.booked("hoerde", ELEVEN).code()).orElseThrow();
  private final Letter letter = Letter.about(appointment, LetterKind.BOOKED, TEN);

  LetterTest() {
    InMemoryIds.give(letter);
  }

  @Test
  void isDueFromTheBeginning() {
    assertThat(letter.nextAttemptAt()).isEqualTo(TEN);
    assertThat(letter.appointment()).isEqualTo(appointment.id());
    assertThat(letter.kind()).isEqualTo(LetterKind.BOOKED);
    assertThat(letter.isOver()).isFalse();
  }

  /** As long as it has been due, and a minute more; half an hour at most. */
  @ParameterizedTest
  @CsvSource({"0, 1", "1, 2", "3, 4", "28, 29", "29, 30", "30, 30", "600, 30"})
  void isRetriedAfterGrowingPauses(int dueForMinutes, int pauseInMinutes) {
    Instant now = TEN.plus(Duration.ofMinutes(dueForMinutes));

    letter.attempt(now);

    assertThat(letter.nextAttemptAt()).isEqualTo(now.plus(Duration.ofMinutes(pauseInMinutes)));
  }

  @Test
  void failsAfterTheEighthRefusal() {
    for (int refusal = 1; refusal < 8; refusal++) {
      letter.refused();
      assertThat(letter.status()).isEqualTo(Letter.Status.WAITING);
    }

    letter.refused();

    assertThat(letter.status()).isEqualTo(Letter.Status.FAILED);
    assertThat(letter.isOver()).isTrue();
  }

  @Test
  void aSentLetterIsNotDroppedAfterwards() {
    letter.sent(TEN);
    letter.drop();
    assertThat(letter.status()).isEqualTo(Letter.Status.SENT);

    Letter other = Letter.about(appointment, LetterKind.MOVED, TEN);
    other.drop();
    assertThat(other.status()).isEqualTo(Letter.Status.DROPPED);
  }
}

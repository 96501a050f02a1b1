package de.lokalwillkommen.core.calling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class CallingOrderTest {

  private static final Instant TEN = Instant.parse("2026-11-23T09:00:00Z");
  private static final CallingOrder ORDER =
      new CallingOrder(Duration.ofMinutes(20), Duration.ofMinutes(15));

  private static Instant at(long minutes) {
    return TEN.plus(Duration.ofMinutes(minutes));
  }

  @Test
  void aPunctualAppointmentCountsAsIfItHadWaitedTwentyMinutes() {
    assertThat(ORDER.keyOfAppointment(at(-3), TEN)).isEqualTo(at(-20));
    assertThat(ORDER.keyOfAppointment(at(5), TEN)).isEqualTo(at(-15));
  }

  @Test
  void comingEarlyGainsNothing() {
    assertThat(ORDER.keyOfAppointment(at(-60), TEN)).isEqualTo(ORDER.keyOfAppointment(at(-1), TEN));
  }

  @Test
  void fifteenMinutesLateIsStillInTimeOneMoreIsAWalkIn() {
    assertThat(ORDER.keyOfAppointment(at(15), TEN)).isEqualTo(at(-5));
    assertThat(ORDER.keyOfAppointment(at(16), TEN)).isEqualTo(at(16));
  }

  @Property
  void aWalkInIsOvertakenOnlyByAppointmentsWithinTheCreditAfterItsArrival(
      @ForAll @IntRange(min = -300, max = 300) int slot,
      @ForAll @IntRange(min = -300, max = 300) int checkIn,
      @ForAll @IntRange(min = -300, max = 300) int arrival) {
    boolean overtakes = ORDER.keyOfAppointment(at(checkIn), at(slot)).isBefore(at(arrival));

    if (overtakes) {
      assertThat(slot).isLessThan(arrival + 20);
    }
  }
}

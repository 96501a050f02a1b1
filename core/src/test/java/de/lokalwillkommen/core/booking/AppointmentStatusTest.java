package de.lokalwillkommen.core.booking;

import static de.lokalwillkommen.core.booking.AppointmentStatus.BOOKED;
import static de.lokalwillkommen.core.booking.AppointmentStatus.CANCELLED;
import static de.lokalwillkommen.core.booking.AppointmentStatus.CHECKED_IN;
import static de.lokalwillkommen.core.booking.AppointmentStatus.COMPLETED;
import static de.lokalwillkommen.core.booking.AppointmentStatus.HELD;
import static de.lokalwillkommen.core.booking.AppointmentStatus.LAPSED;
import static de.lokalwillkommen.core.booking.AppointmentStatus.NO_SHOW;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** All pairs of statuses. */
class AppointmentStatusTest {

  private static final Map<AppointmentStatus, Set<AppointmentStatus>> ALLOWED =
      Map.of(
          HELD, Set.of(BOOKED, CANCELLED, LAPSED),
          BOOKED, Set.of(BOOKED, CHECKED_IN, NO_SHOW, CANCELLED),
          CHECKED_IN, Set.of(COMPLETED, NO_SHOW),
          COMPLETED, Set.of(CHECKED_IN, COMPLETED, NO_SHOW),
          NO_SHOW, Set.of(CHECKED_IN, COMPLETED, NO_SHOW),
          CANCELLED, Set.of(),
          LAPSED, Set.of());

  @ParameterizedTest
  @EnumSource
  void onlyListedStatusesMayFollow(AppointmentStatus from) {
    for (AppointmentStatus to : AppointmentStatus.values()) {
      assertThat(from.leadsTo(to)).as(from + " to " + to).isEqualTo(ALLOWED.get(from).contains(to));
    }
  }

  @ParameterizedTest
  @EnumSource
  void onlyCancelledAndLapsedOnesTakeNoPlace(AppointmentStatus status) {
    assertThat(AppointmentStatus.TAKING.contains(status))
        .isEqualTo(status != CANCELLED && status != LAPSED);
  }
}

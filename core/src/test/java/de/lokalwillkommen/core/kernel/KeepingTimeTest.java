package de.lokalwillkommen.core.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import de.lokalwillkommen.core.kernel.time.TrustedTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The stored time, with which the next start is compared. */
class KeepingTimeTest {

  private static Instant read(TestDatabase database, String column) {
    return database.transaction(
        em ->
            ((java.sql.Timestamp)
                    em.createNativeQuery("select " + column + " from known_time").getSingleResult())
                .toLocalDateTime()
                .toInstant(java.time.ZoneOffset.UTC));
  }

  @ParameterizedTest
  @EnumSource
  void theTimeIsStoredWithTheDatabasesOwn(TestDatabase database) {
    Instant before = TrustedTime.ofServer().now();
    database.transaction(
        em -> {
          new KeepingTime(em, TrustedTime.ofServer()).note();
          return null;
        });

    assertThat(read(database, "known_at"))
        .isBetween(before.minusMillis(1), TrustedTime.ofServer().now());
    assertThat(Duration.between(read(database, "known_at"), read(database, "database_at")).abs())
        .isLessThan(TrustedTime.TOLERANCE);
  }

  /** Takes the lease as a further server with the same database. */
  private static boolean take(TestDatabase database, TestClock clock) {
    Boolean taken =
        database.transaction(em -> new Leases(em, clock).take("ahead", Duration.ofMinutes(1)));
    return taken;
  }

  @ParameterizedTest
  @EnumSource
  void aLeaseTakenByAClockThatWasAheadBindsNoServer(TestDatabase database) {
    TestClock clock = new TestClock(Instant.parse("2026-11-23T09:00:00Z"));
    clock.passes(Duration.ofDays(1));
    take(database, clock);
    assertThat(take(database, clock)).isFalse();

    clock.passes(Duration.ofDays(-1));

    assertThat(take(database, clock)).isTrue();
  }
}

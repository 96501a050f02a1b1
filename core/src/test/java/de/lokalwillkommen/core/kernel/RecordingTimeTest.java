package de.lokalwillkommen.core.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import de.lokalwillkommen.core.kernel.time.TrustedTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The stored time, with which the next start is compared. */
class RecordingTimeTest {

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
          new RecordingTime(em, TrustedTime.ofServer()).note();
          return null;
        });

    assertThat(read(database, "known_at"))
        .isBetween(before.minusMillis(1), TrustedTime.ofServer().now());
    assertThat(Duration.between(read(database, "known_at"), read(database, "database_at")).abs())
        .isLessThan(TrustedTime.TOLERANCE);
  }

  @ParameterizedTest
  @EnumSource
  void sinceWhenItIsNotProvenIsStoredToo(TestDatabase database) {
    Instant now = Instant.parse("2026-11-23T09:00:00Z");
    store(database, now, Optional.of(now.minusSeconds(60)));
    assertThat(read(database, "unproven_since")).isEqualTo(now.minusSeconds(60));

    store(database, now, Optional.empty());
    assertThat(
            database.<Long>transaction(
                em ->
                    ((Number)
                            em.createNativeQuery("select count(unproven_since) from known_time")
                                .getSingleResult())
                        .longValue()))
        .isZero();
  }

  private static void store(TestDatabase database, Instant now, Optional<Instant> unproven) {
    database.transaction(
        em -> {
          em.find(KnownTime.class, KnownTime.ONLY).is(now, now, unproven);
          return null;
        });
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

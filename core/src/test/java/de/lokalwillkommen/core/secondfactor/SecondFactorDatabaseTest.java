package de.lokalwillkommen.core.secondfactor;

import static org.assertj.core.api.Assertions.assertThat;

import de.lokalwillkommen.core.kernel.AtOnce;
import de.lokalwillkommen.core.kernel.RecordedEvents;
import de.lokalwillkommen.core.kernel.TestDatabase;
import de.lokalwillkommen.core.offices.OfficeFixture;
import de.lokalwillkommen.core.staff.Counsellor;
import de.lokalwillkommen.core.staff.PasswordHash;
import de.lokalwillkommen.core.staff.Role;
import de.lokalwillkommen.core.staff.SigningIn.Entry;
import de.lokalwillkommen.core.staff.SigningIn.Halfway;
import de.lokalwillkommen.core.staff.SigningIn.Welcome;
import de.lokalwillkommen.core.staff.Skills;
import de.lokalwillkommen.core.staff.StaffFixture;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Second factors in a database, and codes that several requests show at once. */
class SecondFactorDatabaseTest {

  private static final Instant NOW = Instant.parse("2026-11-30T08:00:00Z");
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
  private static final Clock LATER =
      Clock.fixed(NOW.plus(TotpSecret.STEP.multipliedBy(2)), ZoneOffset.UTC);
  private static final Sealing SEALING = new Sealing(new byte[32]);
  private static final PasswordHash PASSWORD = new PasswordHash("-");
  private static final int THREADS = 6;

  private TestDatabase used;

  @AfterEach
  void leaveNothing() {
    empty(used);
  }

  private static void empty(TestDatabase database) {
    database.execute(
        List.of(
            "delete from second_factor",
            "update second_factor_rule set waiver = null",
            "delete from invitation",
            "delete from counter_shift",
            "delete from sign_in",
            "delete from counsellor"));
  }

  private static SecondFactorCheck checks(EntityManager em, Clock clock) {
    return new SecondFactorCheck(
        new JpaSecondFactors(em),
        SEALING,
        OfficeFixture.offices(OfficeFixture.hoerde()),
        new SecondFactorLog(new RecordedEvents(), clock),
        clock);
  }

  /** Signs in with a code, or without one; tells how it went. */
  private static Entry enter(TestDatabase database, Clock clock, Optional<String> code) {
    return database.transaction(
        em ->
            StaffFixture.begin(
                StaffFixture.of(em), checks(em, clock), clock, "it.admin", PASSWORD, code));
  }

  private static String codeAt(TestDatabase database, Clock clock) {
    return database.transaction(
        em -> {
          long id = StaffFixture.of(em).findByLogin("it.admin").orElseThrow().id();
          return new JpaSecondFactors(em)
              .find(id)
              .orElseThrow()
              .secret(SEALING)
              .codeOf(TotpSecret.stepAt(clock.instant()));
        });
  }

  /** An administrator with a second factor; gives the recovery codes. */
  private List<String> enrol(TestDatabase database) {
    used = database;
    empty(database);
    database.transaction(
        em -> {
          StaffFixture.of(em)
              .add(
                  new Counsellor(
                      "it.admin",
                      "IT",
                      null,
                      null,
                      Set.of(Role.ADMIN),
                      new Skills(Set.of(), Set.of()),
                      PASSWORD));
          return null;
        });
    assertThat(enter(database, CLOCK, Optional.empty())).isInstanceOf(Halfway.class);
    Entry entry = enter(database, CLOCK, Optional.of(codeAt(database, CLOCK)));
    return ((Welcome) entry).recoveryCodes();
  }

  @ParameterizedTest
  @EnumSource
  void ofManyWhoShowTheSameCodeAtOnceOneIsLetIn(TestDatabase database) throws Exception {
    enrol(database);
    String code = codeAt(database, LATER);

    assertThat(race(database, code)).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource
  void ofManyWhoShowTheSameRecoveryCodeAtOnceOneIsLetIn(TestDatabase database) throws Exception {
    String code = enrol(database).get(0);

    assertThat(race(database, code)).isEqualTo(1);
  }

  private static long race(TestDatabase database, String code) throws Exception {
    List<Entry> entries =
        AtOnce.race(THREADS, thread -> () -> enter(database, LATER, Optional.of(code)));
    return entries.stream().filter(Welcome.class::isInstance).count();
  }

  @ParameterizedTest
  @EnumSource
  void wrongCodesAreCounted(TestDatabase database) {
    enrol(database);

    enter(database, LATER, Optional.of("no code"));
    enter(database, LATER, Optional.of("no code"));

    assertThat(database.<Integer>transaction(SecondFactorDatabaseTest::failures)).isEqualTo(2);
  }

  private static int failures(EntityManager em) {
    return ((Number) em.createNativeQuery("select failures from second_factor").getSingleResult())
        .intValue();
  }

  @ParameterizedTest
  @EnumSource
  void theDatabaseHoldsNoSecretThatCanBeRead(TestDatabase database) {
    List<String> codes = enrol(database);
    String secret =
        database.transaction(
            em -> {
              long id = StaffFixture.of(em).findByLogin("it.admin").orElseThrow().id();
              return new JpaSecondFactors(em).find(id).orElseThrow().secret(SEALING).text();
            });

    String row =
        database.transaction(
            em ->
                List.of(
                        (Object[])
                            em.createNativeQuery(
                                    "select sealed_secret, recovery_hashes from second_factor")
                                .getSingleResult())
                    .toString());

    assertThat(row).doesNotContain(secret);
    assertThat(codes).noneMatch(code -> row.contains(code.replace("-", "")));
  }

  @ParameterizedTest
  @EnumSource
  void aRemovedOneCanBeProposedAnewAtOnce(TestDatabase database) {
    enrol(database);

    database.transaction(
        em -> {
          Counsellor person = StaffFixture.of(em).findForSignIn("it.admin").orElseThrow();
          new JpaSecondFactors(em).removeOf(person.id());
          checks(em, LATER).propose(person);
          return null;
        });

    assertThat(((Halfway) enter(database, LATER, Optional.empty())).need().name())
        .isEqualTo("ENROLMENT");
  }
}

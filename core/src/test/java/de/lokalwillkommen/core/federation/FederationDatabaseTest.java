package de.lokalwillkommen.core.federation;

import static org.assertj.core.api.Assertions.assertThat;

import de.lokalwillkommen.core.federation.SigningOutWithProvider.Elsewhere;
import de.lokalwillkommen.core.kernel.AtOnce;
import de.lokalwillkommen.core.kernel.RecordedEvents;
import de.lokalwillkommen.core.kernel.TestDatabase;
import de.lokalwillkommen.core.offices.OfficeFixture;
import de.lokalwillkommen.core.offices.Offices;
import de.lokalwillkommen.core.people.PeopleFixture;
import de.lokalwillkommen.core.staff.Counsellor;
import de.lokalwillkommen.core.staff.Role;
import de.lokalwillkommen.core.staff.SecretToken;
import de.lokalwillkommen.core.staff.Staff;
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

/** Accounts of the identity provider in a database, and first sign-ins at once. */
class FederationDatabaseTest {

  private static final String ISSUER = "https://konto.stadt.example";
  private static final Instant NOW = Instant.parse("2026-11-30T08:00:00Z");
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
  private static final SessionSealing SEALING = new SessionSealing(new byte[32]);
  private static final int THREADS = 6;

  private TestDatabase used;

  private void use(TestDatabase database) {
    used = database;
    leaveNothing();
    database.transaction(
        em -> {
          new JpaFederation(em)
              .add(new ClaimMapping("/it", Role.ADMIN, Optional.empty(), Optional.empty()));
          return null;
        });
  }

  @AfterEach
  void leaveNothing() {
    used.execute(
        List.of(
            "delete from federated_account",
            "delete from claim_mapping",
            "delete from invitation",
            "delete from counter_shift",
            "delete from sign_in",
            "delete from counsellor"));
  }

  private static SecretToken signIn(EntityManager em, String session) {
    Staff staff = StaffFixture.of(em);
    Offices offices = OfficeFixture.offices(OfficeFixture.hoerde());
    RecordedEvents events = new RecordedEvents();
    return new SigningInByProvider(
            new JpaFederation(em),
            staff,
            offices,
            StaffFixture.admission(staff, offices, CLOCK),
            StaffFixture.access(staff, events, CLOCK),
            PeopleFixture.log(events, CLOCK),
            SEALING)
        .signIn(
            new ProviderAccount(
                ISSUER, "4711", "Jana", Set.of("/it"), Optional.of(session), "a.b.c".repeat(400)),
            Optional.empty(),
            Optional.empty())
        .token();
  }

  private static SigningOutWithProvider signingOut(EntityManager em) {
    Staff staff = StaffFixture.of(em);
    return new SigningOutWithProvider(
        new JpaFederation(em),
        staff,
        StaffFixture.access(staff, new RecordedEvents(), CLOCK),
        SEALING,
        CLOCK);
  }

  @ParameterizedTest
  @EnumSource
  void firstSignInsAtOnceMakeOnePerson(TestDatabase database) throws Exception {
    use(database);

    List<SecretToken> tokens =
        AtOnce.race(THREADS, i -> () -> database.transaction(em -> signIn(em, "session-" + i)));

    assertThat(tokens).doesNotHaveDuplicates().hasSize(THREADS);
    List<Counsellor> people = database.transaction(em -> StaffFixture.of(em).list());
    assertThat(people).hasSize(1);
    assertThat(people.get(0).isFederated()).isTrue();
    assertThat(open(database, people.get(0).id())).isEqualTo(THREADS);
  }

  private static long open(TestDatabase database, long person) {
    return database.transaction(em -> StaffFixture.countOpenSignIns(em, person, NOW));
  }

  @ParameterizedTest
  @EnumSource
  void theProviderEndsASessionWhileThePersonSignsInElsewhere(TestDatabase database)
      throws Exception {
    use(database);
    database.transaction(em -> signIn(em, "old"));
    long person = database.transaction(em -> StaffFixture.of(em).list().get(0).id());

    AtOnce.race(
        THREADS,
        i ->
            () ->
                database.transaction(
                    em -> {
                      if (i % 2 == 0) {
                        signIn(em, "new-" + i);
                      } else {
                        signingOut(em).endSession(ISSUER, "old");
                      }
                      return "";
                    }));

    assertThat(open(database, person)).isEqualTo(THREADS / 2);
  }

  @ParameterizedTest
  @EnumSource
  void whatIsKeptOfTheProvidersSessionGoesWithTheSignIn(TestDatabase database) {
    use(database);
    SecretToken token = database.transaction(em -> signIn(em, "one"));
    Optional<Elsewhere> kept = database.transaction(em -> signingOut(em).find(token));
    assertThat(kept.orElseThrow().idToken()).contains("a.b.c".repeat(400));

    database.transaction(
        em -> {
          StaffFixture.of(em).removeSignInsOver(NOW.plusSeconds(100_000));
          return null;
        });

    Optional<Elsewhere> gone = database.transaction(em -> signingOut(em).find(token));
    assertThat(gone).isEmpty();
  }
}

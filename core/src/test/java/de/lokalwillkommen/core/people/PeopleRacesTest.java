package de.lokalwillkommen.core.people;

import static org.assertj.core.api.Assertions.assertThat;

import de.lokalwillkommen.core.kernel.AtOnce;
import de.lokalwillkommen.core.kernel.RecordedEvents;
import de.lokalwillkommen.core.kernel.Refused;
import de.lokalwillkommen.core.kernel.TestDatabase;
import de.lokalwillkommen.core.offices.OfficeFixture;
import de.lokalwillkommen.core.staff.Access;
import de.lokalwillkommen.core.staff.Counsellor;
import de.lokalwillkommen.core.staff.PasswordHash;
import de.lokalwillkommen.core.staff.PersonDetails;
import de.lokalwillkommen.core.staff.Role;
import de.lokalwillkommen.core.staff.SignedIn;
import de.lokalwillkommen.core.staff.Skills;
import de.lokalwillkommen.core.staff.Staff;
import de.lokalwillkommen.core.staff.StaffFixture;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PeopleRacesTest {

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-30T08:00:00Z"), ZoneOffset.UTC);
  private static final int THREADS = 6;

  private static void empty(TestDatabase database) {
    database.execute(
        List.of(
            "delete from invitation",
            "delete from counter_shift",
            "delete from sign_in",
            "delete from counsellor"));
  }

  private static ManagingPeople managing(EntityManager em) {
    Staff staff = StaffFixture.of(em);
    RecordedEvents events = new RecordedEvents();
    Access access = StaffFixture.access(staff, events, CLOCK);
    return new ManagingPeople(
        staff,
        new JpaInvitations(em),
        new DetailsCheck(staff, OfficeFixture.offices(OfficeFixture.hoerde())),
        access,
        new PeopleLog(events, CLOCK),
        CLOCK);
  }

  private static SettingPasswords setting(EntityManager em) {
    Staff staff = StaffFixture.of(em);
    RecordedEvents events = new RecordedEvents();
    Access access = StaffFixture.access(staff, events, CLOCK);
    return new SettingPasswords(
        staff, new JpaInvitations(em), access, new PeopleLog(events, CLOCK), CLOCK);
  }

  private static SignedIn administrator(TestDatabase database, String login) {
    Counsellor person =
        new Counsellor(
            login,
            "IT",
            null,
            null,
            Set.of(Role.ADMIN),
            new Skills(Set.of(), Set.of()),
            new PasswordHash("-"));
    database.transaction(
        em -> {
          StaffFixture.of(em).add(person);
          return null;
        });
    return new SignedIn(
        person.id(), login, "IT", person.roles(), Optional.empty(), Optional.empty(), "csrf");
  }

  private static String attempt(TestDatabase database, Function<EntityManager, Object> work) {
    try {
      database.transaction(
          em -> {
            work.apply(em);
            return null;
          });
      return "done";
    } catch (Refused refused) {
      return refused.refusal().key();
    }
  }

  @ParameterizedTest
  @EnumSource
  void ofManyWhoAcceptAnInvitationAtOnceOneWins(TestDatabase database) throws Exception {
    empty(database);
    SignedIn admin = administrator(database, "it.admin");
    ManagingPeople.Invited invited =
        database.transaction(
            em ->
                managing(em)
                    .invite(
                        admin,
                        "second",
                        new PersonDetails(
                            "Second",
                            Optional.empty(),
                            Optional.empty(),
                            Set.of(Role.AUDITOR),
                            new Skills(Set.of("ar"), Set.of()))));

    List<String> results =
        AtOnce.race(
            THREADS,
            thread ->
                () ->
                    attempt(
                        database,
                        em -> {
                          setting(em).accept(invited.code(), new PasswordHash("of " + thread));
                          return null;
                        }));

    assertThat(results).filteredOn("done"::equals).hasSize(1);
    assertThat(results).filteredOn("invitation.code"::equals).hasSize(THREADS - 1);
    int winner = results.indexOf("done");
    assertThat(
            database.<String>transaction(
                em ->
                    StaffFixture.of(em)
                        .findByLogin("second")
                        .flatMap(Counsellor::password)
                        .orElseThrow()
                        .phc()))
        .isEqualTo("of " + winner);
    empty(database);
  }

  /** Each lets the next one leave. */
  @ParameterizedTest
  @EnumSource
  void administratorsWhoRemoveEachOtherLeaveOne(TestDatabase database) throws Exception {
    empty(database);
    SignedIn one = administrator(database, "one");
    SignedIn two = administrator(database, "two");
    SignedIn three = administrator(database, "three");
    List<SignedIn> all = List.of(one, two, three);

    List<String> results =
        AtOnce.race(
            all.size(),
            thread ->
                () ->
                    attempt(
                        database,
                        em -> {
                          long next = all.get((thread + 1) % all.size()).counsellor();
                          managing(em).leave(all.get(thread), next);
                          return null;
                        }));

    assertThat(results)
        .as("one has left before it is that person's turn")
        .filteredOn("signIn.notYours"::equals)
        .hasSize(1);
    assertThat(results).filteredOn("done"::equals).hasSize(all.size() - 1);
    assertThat(activeAdministrators(database)).isEqualTo(1);
    empty(database);
  }

  private static long activeAdministrators(TestDatabase database) {
    return database.transaction(
        em -> StaffFixture.of(em).list().stream().filter(Counsellor::isLocalAdministrator).count());
  }

  /** One leaves, the other gives the role up. */
  @ParameterizedTest
  @EnumSource
  void ofTheLastTwoAdministratorsOneStays(TestDatabase database) throws Exception {
    empty(database);
    SignedIn one = administrator(database, "one");
    SignedIn two = administrator(database, "two");
    PersonDetails auditor =
        new PersonDetails(
            "Two",
            Optional.empty(),
            Optional.empty(),
            Set.of(Role.AUDITOR),
            new Skills(Set.of(), Set.of()));

    List<String> results =
        AtOnce.race(
            2,
            thread ->
                () ->
                    attempt(
                        database,
                        em -> {
                          if (thread == 0) {
                            managing(em).leave(one, one.counsellor());
                          } else {
                            managing(em).change(two, two.counsellor(), auditor);
                          }
                          return null;
                        }));

    assertThat(results).containsExactlyInAnyOrder("done", "person.lastAdministrator");
    assertThat(activeAdministrators(database)).isEqualTo(1);
    empty(database);
  }

  @ParameterizedTest
  @EnumSource
  void noSignInOutlivesAPersonWhoLeaves(TestDatabase database) throws Exception {
    empty(database);
    SignedIn admin = administrator(database, "it.admin");
    SignedIn leaver = administrator(database, "leaver");

    List<String> results =
        AtOnce.race(
            THREADS,
            thread ->
                () ->
                    attempt(
                        database,
                        em -> {
                          if (thread == 0) {
                            managing(em).leave(admin, leaver.counsellor());
                          } else {
                            StaffFixture.begin(em, CLOCK, "leaver", new PasswordHash("-"));
                          }
                          return null;
                        }));

    assertThat(results.get(0)).isEqualTo("done");
    assertThat(results.subList(1, THREADS)).isSubsetOf("done", "signIn.wrong");
    assertThat(
            database.<Long>transaction(
                em -> StaffFixture.countOpenSignIns(em, leaver.counsellor(), CLOCK.instant())))
        .isZero();
    empty(database);
  }

  @ParameterizedTest
  @EnumSource
  void aNewInvitationTakesThePlaceOfTheOlderOne(TestDatabase database) {
    empty(database);
    SignedIn admin = administrator(database, "it.admin");
    SignedIn other = administrator(database, "other");
    InvitationCode older =
        database
            .<ManagingPeople.Invited>transaction(
                em -> managing(em).inviteAgain(admin, other.counsellor()))
            .code();
    InvitationCode newer =
        database
            .<ManagingPeople.Invited>transaction(
                em -> managing(em).inviteAgain(admin, other.counsellor()))
            .code();

    assertThat(database.<Optional<String>>transaction(em -> setting(em).findInvited(older)))
        .isEmpty();
    assertThat(database.<Optional<String>>transaction(em -> setting(em).findInvited(newer)))
        .contains("other");
    empty(database);
  }
}

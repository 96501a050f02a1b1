package de.lokalwillkommen.core.staff;

import static org.assertj.core.api.Assertions.assertThat;

import de.lokalwillkommen.core.kernel.AtOnce;
import de.lokalwillkommen.core.kernel.TestClock;
import de.lokalwillkommen.core.kernel.TestDatabase;
import de.lokalwillkommen.core.ticketing.TicketingDatabase;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StaffDatabaseTest {

  private static final Instant NOW = Instant.parse("2026-11-23T17:00:00Z");
  private static final int TOGETHER = 8;
  private static final Duration MOMENT = Duration.ofSeconds(1);

  private static Counsellor counsellor(String login) {
    return new Counsellor(
        login,
        "Person",
        null,
        null,
        Set.of(Role.ADMIN),
        new Skills(Set.of(), Set.of()),
        new PasswordHash("-"));
  }

  @ParameterizedTest
  @EnumSource
  void onlySignInsThatAreOverAreRemoved(TestDatabase database) {
    database.execute(List.of("delete from sign_in", "delete from counsellor"));
    Counsellor person = counsellor("person");
    SecretToken going = SecretToken.random();
    SecretToken unused = SecretToken.random();
    SecretToken expired = SecretToken.random();
    database.transaction(
        em -> {
          JpaStaff staff = new JpaStaff(em);
          staff.add(person);
          long id = person.id();
          staff.add(new SignIn(going, id, null, null, NOW.minus(SignIn.UNUSED)));
          staff.add(new SignIn(unused, id, null, null, NOW.minus(SignIn.UNUSED).minus(MOMENT)));
          SignIn used = new SignIn(expired, id, null, null, NOW.minus(SignIn.AT_MOST));
          used.note(true, NOW);
          staff.add(used);
          return null;
        });

    database.transaction(
        em -> {
          new JpaStaff(em).removeSignInsOver(NOW);
          return null;
        });

    List<String> left =
        database.transaction(
            em ->
                new JpaStaff(em)
                    .listSignInsOf(person.id()).stream().map(SignIn::tokenHash).toList());
    assertThat(left).containsExactly(going.hash());
    assertThat(
            database.<Integer>transaction(
                em -> new JpaStaff(em).listSignIns(Set.of(going.hash(), unused.hash())).size()))
        .isEqualTo(1);
    assertThat(
            database.<String>transaction(
                em -> new JpaStaff(em).findByLogin("person").orElseThrow().displayName()))
        .isEqualTo("Person");
    database.execute(List.of("delete from sign_in", "delete from counsellor"));
  }

  @ParameterizedTest
  @EnumSource
  void peopleWhoHaveGoneAreDistinguishedFromThoseStillThere(TestDatabase database) {
    TicketingDatabase.reset(database);
    database.execute(List.of("delete from sign_in", "delete from counsellor"));
    Counsellor here = counsellor("here");
    Counsellor gone = counsellor("gone");
    Instant yesterday = NOW.minus(SignIn.AT_MOST);
    database.transaction(
        em -> {
          JpaStaff staff = new JpaStaff(em);
          staff.add(here);
          staff.add(gone);
          staff.add(new SignIn(SecretToken.random(), here.id(), "hoerde", 101L, NOW));
          staff.add(new SignIn(SecretToken.random(), here.id(), "hoerde", 101L, yesterday));
          staff.add(new SignIn(SecretToken.random(), gone.id(), "hoerde", 102L, yesterday));
          staff.add(new SignIn(SecretToken.random(), gone.id(), "hoerde", null, NOW));
          SignIn ended = new SignIn(SecretToken.random(), gone.id(), "hoerde", 102L, NOW);
          ended.end(SignInEnd.REPLACED);
          staff.add(ended);
          return null;
        });

    List<Long> listed = database.transaction(em -> new JpaStaff(em).listGone(NOW));
    List<SignIn> ofShifts =
        database.transaction(em -> new JpaStaff(em).listSignInsOfShifts("hoerde"));

    assertThat(listed).containsExactly(gone.id());
    assertThat(ofShifts).as("no person has a shift there").isEmpty();
    database.execute(List.of("delete from sign_in", "delete from counsellor"));
  }

  /** Of all who sign in at a free counter at once, the first gets it and the others are asked. */
  @ParameterizedTest
  @EnumSource
  void aFreeCounterIsTakenByOneWithoutAQuestion(TestDatabase database) throws Exception {
    TicketingDatabase.reset(database);
    database.execute(
        List.of("delete from counter_shift", "delete from sign_in", "delete from counsellor"));
    PasswordHash right = new PasswordHash("right");
    for (int i = 0; i < TOGETHER; i++) {
      Counsellor person =
          new Counsellor(
              "person-" + i,
              "Person",
              null,
              "hoerde",
              Set.of(Role.COUNSELLOR),
              new Skills(Set.of(), Set.of()),
              right);
      database.transaction(
          em -> {
            new JpaStaff(em).add(person);
            return null;
          });
    }

    List<SigningIn.Entry> entries =
        AtOnce.race(TOGETHER, thread -> () -> database.transaction(em -> enter(em, thread, right)));

    assertThat(entries)
        .filteredOn(entry -> ((SigningIn.Welcome) entry).who().counter().isPresent())
        .hasSize(1);
    database.execute(
        List.of("delete from counter_shift", "delete from sign_in", "delete from counsellor"));
  }

  private static SigningIn.Entry enter(EntityManager entities, int person, PasswordHash right) {
    JpaStaff staff = new JpaStaff(entities);
    return new BeginningSignIns(
            staff,
            new Admission(
                staff,
                TicketingDatabase.OFFICES,
                new Shifts(staff, event -> {}),
                new TestClock(NOW)),
            StaffFixture.NO_SECOND_STEP)
        .begin(
            "person-" + person, right, Optional.empty(), Optional.of("hoerde"), Optional.of("1"));
  }

  @ParameterizedTest
  @EnumSource
  void aPersonWithAnOpenShiftIsListedOnce(TestDatabase database) {
    TicketingDatabase.reset(database);
    database.execute(List.of("delete from sign_in", "delete from counsellor"));
    Counsellor here = counsellor("here");
    Counsellor gone = counsellor("gone");
    database.transaction(
        em -> {
          JpaStaff staff = new JpaStaff(em);
          staff.add(here);
          staff.add(gone);
          staff.add(counsellor("at home"));
          staff.add(shift(here, 101));
          staff.add(shift(here, 102));
          CounterShift over = shift(gone, 102);
          over.end(NOW);
          staff.add(over);
          return null;
        });

    List<Counsellor> listed = database.transaction(em -> new JpaStaff(em).listOnShift("hoerde"));
    List<Counsellor> elsewhere = database.transaction(em -> new JpaStaff(em).listOnShift("eving"));

    database.execute(List.of("delete from counter_shift", "delete from counsellor"));
    assertThat(listed).extracting(Counsellor::login).containsExactly("here");
    assertThat(elsewhere).isEmpty();
  }

  private static CounterShift shift(Counsellor counsellor, long counter) {
    return new CounterShift("hoerde", counter, counsellor.id(), counsellor.skills(), NOW);
  }

  @ParameterizedTest
  @EnumSource
  void organisationsAreListedByName(TestDatabase database) {
    String ours = " where id in ('zz', 'aa')";
    database.execute(
        List.of(
            "delete from organisation" + ours,
            "insert into organisation (id, name) values ('aa', 'Zebra')",
            "insert into organisation (id, name) values ('zz', 'Apfel')"));

    assertThat(database.<List<Organisation>>transaction(em -> new JpaStaff(em).listOrganisations()))
        .containsSubsequence(new Organisation("zz", "Apfel"), new Organisation("aa", "Zebra"));
    database.execute(List.of("delete from organisation" + ours));
  }
}

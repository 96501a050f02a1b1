package de.lokalwillkommen.core.staff;

import static de.lokalwillkommen.core.kernel.Refusals.refusalOf;
import static org.assertj.core.api.Assertions.assertThat;

import de.lokalwillkommen.core.kernel.AtOnce;
import de.lokalwillkommen.core.kernel.Changed;
import de.lokalwillkommen.core.kernel.RecordedEvents;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.core.kernel.Refused;
import de.lokalwillkommen.core.kernel.TestDatabase;
import de.lokalwillkommen.core.staff.SettingUp.FirstAdministrator;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingUpTest {

  private static final String PASSWORD = "Lindenblatt im Regen 7";
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-30T08:00:00Z"), ZoneOffset.UTC);
  private static final FirstAdministrator PERSON =
      new FirstAdministrator("it.admin", "IT", PASSWORD);

  private final SetupCode code = SetupCode.random();
  private final Set<String> hashes = new HashSet<>(Set.of(code.hash()));
  private final InMemoryStaff staff = new InMemoryStaff();
  private final RecordedEvents events = new RecordedEvents();
  private final SettingUp settingUp = over(new InMemorySetupCodes(hashes), staff, events);

  private record InMemorySetupCodes(Set<String> hashes) implements SetupCodes {

    @Override
    public boolean areThere() {
      return !hashes.isEmpty();
    }

    @Override
    public boolean contains(SetupCode code) {
      return hashes.contains(code.hash());
    }

    @Override
    public int useUp() {
      int before = hashes.size();
      hashes.clear();
      return before;
    }
  }

  private static SettingUp over(SetupCodes codes, Staff staff, RecordedEvents events) {
    return new SettingUp(codes, new BeginningSetup(codes, staff, events, CLOCK));
  }

  @Test
  void theFirstAdministratorSignsInWithTheChosenPassword() {
    assertThat(settingUp.isAwaited()).isTrue();

    settingUp.createAdministrator(code.inGroups().toLowerCase() + " ", PERSON);

    Counsellor admin = staff.findByLogin("it.admin").orElseThrow();
    assertThat(admin.roles()).containsExactly(Role.ADMIN);
    assertThat(admin.displayName()).isEqualTo("IT");
    assertThat(admin.password().orElseThrow().matches(PASSWORD)).isTrue();
    assertThat(settingUp.isAwaited()).isFalse();
    assertThat(events.all())
        .singleElement()
        .isInstanceOfSatisfying(
            Changed.class,
            changed -> {
              assertThat(changed.kind()).isEqualTo("person");
              assertThat(changed.action()).isEqualTo("SET_UP");
              assertThat(changed.after()).contains("ADMIN").doesNotContain("it.admin");
            });
  }

  @Test
  void aCodeIsUsedOnce() {
    settingUp.createAdministrator(code.text(), PERSON);

    assertThat(refusalOf(() -> settingUp.createAdministrator(code.text(), PERSON)).kind())
        .isEqualTo(Kind.NOT_SIGNED_IN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-", "ABCD", "ABCD-EFGH-JKLM", "AAAA-AAA0", "ABCD-EFGI"})
  void anotherTextIsNoCode(String typed) {
    assertThat(SetupCode.find(typed)).isEmpty();
    assertThat(refusalOf(() -> settingUp.createAdministrator(typed, PERSON)).kind())
        .isEqualTo(Kind.NOT_SIGNED_IN);
  }

  @Test
  void anotherCodeCreatesNone() {
    SetupCode other = SetupCode.random();

    assertThat(refusalOf(() -> settingUp.createAdministrator(other.text(), PERSON)).kind())
        .isEqualTo(Kind.NOT_SIGNED_IN);
    assertThat(staff.findByLogin("it.admin")).isEmpty();
    assertThat(settingUp.isAwaited()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "a, IT, Lindenblatt im Regen 7, login",
    "IT, IT, Lindenblatt im Regen 7, login",
    "it admin, IT, Lindenblatt im Regen 7, login",
    "it.admin, ' ', Lindenblatt im Regen 7, displayName",
    "it.admin, IT, short, password",
    "it.admin, IT, passwordpassword, password"
  })
  void whatMayNotBeChosenIsRefusedAndUsesNoCodeUp(
      String login, String name, String password, String field) {
    FirstAdministrator unfit = new FirstAdministrator(login, name, password);

    assertThat(refusalOf(() -> settingUp.createAdministrator(code.text(), unfit)))
        .satisfies(
            refusal -> {
              assertThat(refusal.kind()).isEqualTo(Kind.INVALID);
              assertThat(refusal.facts()).containsEntry("field", field);
            });
    assertThat(settingUp.isAwaited()).isTrue();
  }

  /** Each with the code of another server. */
  @ParameterizedTest
  @EnumSource
  void ofManyAtOnceOneWins(TestDatabase database) throws Exception {
    database.execute(List.of("delete from setup_code", "delete from sign_in"));
    int before = administrators(database);
    List<SetupCode> codes = List.of(SetupCode.random(), SetupCode.random(), SetupCode.random());
    codes.forEach(
        c -> database.execute(List.of("insert into setup_code values ('" + c.hash() + "')")));

    List<String> results =
        AtOnce.race(
            codes.size() * 2,
            thread ->
                () ->
                    attempt(
                        database,
                        codes.get(thread % codes.size()),
                        new FirstAdministrator("racer" + thread, "IT", PASSWORD)));

    assertThat(results).filteredOn("created"::equals).hasSize(1);
    assertThat(results).allMatch(result -> result.equals("created") || result.startsWith("setup."));
    assertThat(administrators(database)).isEqualTo(before + 1);
    database.execute(List.of("delete from counsellor where login like 'racer%'"));
  }

  private static int administrators(TestDatabase database) {
    return database.transaction(
        em ->
            ((Number)
                    em.createNativeQuery(
                            "select count(*) from counsellor where login like 'racer%'")
                        .getSingleResult())
                .intValue());
  }

  private static String attempt(TestDatabase database, SetupCode code, FirstAdministrator person) {
    PasswordHash hash = PasswordHash.of(person.password());
    try {
      return database.transaction(
          em -> {
            JpaSetupCodes all = new JpaSetupCodes(em);
            new BeginningSetup(all, new JpaStaff(em), new RecordedEvents(), CLOCK)
                .create(code, person, hash);
            return "created";
          });
    } catch (Refused refused) {
      return refused.refusal().key();
    }
  }
}

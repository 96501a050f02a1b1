package de.lokalwillkommen.core.staff;

import static de.lokalwillkommen.core.offices.OfficeFixture.COUNTER_1;
import static de.lokalwillkommen.core.offices.OfficeFixture.COUNTER_2;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.lokalwillkommen.core.kernel.RecordedEvents;
import de.lokalwillkommen.core.kernel.Refused;
import de.lokalwillkommen.core.kernel.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TakingShiftsTest {

  private static final long ME = 7;
  private static final long SOMEBODY_ELSE = 8;
  private static final Instant NINE = Instant.parse("2026-11-23T08:00:00Z");

  private final TestClock clock = new TestClock(NINE);
  private final InMemoryStaff staff = new InMemoryStaff();
  private final RecordedEvents events = new RecordedEvents();
  private final TakingShifts shifts = new TakingShifts(staff, events, clock);
  private final OwnShift ownShift = new OwnShift(staff);
  private final Desks desks = new Desks(staff, clock);

  @BeforeEach
  void twoWorkInHoerde() {
    begin(COUNTER_1, ME, new Skills(Set.of("ar"), Set.of()));
    begin(COUNTER_2, SOMEBODY_ELSE, new Skills(Set.of("tr"), Set.of()));
  }

  private void begin(long counter, long counsellor, Skills skills) {
    staff.add(new CounterShift("hoerde", counter, counsellor, skills, NINE));
  }

  private OwnShift.Running mine() {
    return ownShift.find(ME).orElseThrow();
  }

  @Test
  void aShiftBeginsAvailableWithWhatThePersonCanDo() {
    assertThat(mine()).isEqualTo(new OwnShift.Running(Presence.AVAILABLE, Set.of("ar"), Set.of()));
  }

  @Test
  void aPersonWithoutACounterHasNoShift() {
    assertThat(ownShift.find(99)).isEmpty();
  }

  @Test
  void changedSkillsApplyToThisShiftOnly() {
    shifts.offer(ME, new Skills(Set.of("fa", "en"), Set.of("housing")));

    assertThat(mine().languages()).containsExactlyInAnyOrder("fa", "en");
    assertThat(mine().topics()).containsExactly("housing");
    assertThat(ownShift.find(SOMEBODY_ELSE).orElseThrow().languages()).containsExactly("tr");
  }

  @Test
  void changedSkillsApplyToTheCounterAtOnce() {
    shifts.offer(ME, new Skills(Set.of("fa"), Set.of("housing")));

    Skills counter =
        desks.readStaffedIn("hoerde").stream()
            .filter(d -> d.counter() == COUNTER_1)
            .findFirst()
            .orElseThrow()
            .skills();
    assertThat(counter.speaks("fa")).isTrue();
    assertThat(counter.speaks("ar")).isFalse();
    assertThat(counter.serves("housing")).isTrue();
    assertThat(counter.serves("letters")).isFalse();
  }

  @Test
  void changedSkillsLastThroughABreak() {
    shifts.offer(ME, new Skills(Set.of("fa"), Set.of("housing")));
    shifts.turnTo(ME, Presence.BREAK);

    assertThat(mine())
        .isEqualTo(new OwnShift.Running(Presence.BREAK, Set.of("fa"), Set.of("housing")));
  }

  @Test
  void callingAVisitorMakesTheCounsellorAvailable() {
    shifts.makeAvailable(ME);
    assertThat(events.all()).isEmpty();

    shifts.turnTo(ME, Presence.BREAK);
    shifts.makeAvailable(ME);

    assertThat(mine().presence()).isEqualTo(Presence.AVAILABLE);
  }

  @Test
  void aChangeWithoutAShiftIsRefused() {
    assertThatThrownBy(() -> shifts.turnTo(99, Presence.BREAK)).isInstanceOf(Refused.class);
    clock.passes(SignIn.AT_MOST);
    assertThatThrownBy(() -> shifts.turnTo(ME, Presence.BREAK)).isInstanceOf(Refused.class);
  }

  @Test
  void everyChangeIsPublished() {
    shifts.offer(ME, new Skills(Set.of("fa"), Set.of()));

    assertThat(events.all()).containsExactly(new ShiftChanged("hoerde", COUNTER_1, NINE));
  }

  @Test
  void aCounterWhoseOnlyCounsellorHasGoneWithoutSigningOutIsNotStaffed() {
    SignIn mine = new SignIn(SecretToken.random(), ME, "hoerde", COUNTER_1, NINE);
    staff.add(mine);

    clock.passes(Duration.ofMinutes(14));
    assertThat(staffedCounters()).containsExactly(COUNTER_1, COUNTER_2);
    clock.passes(Duration.ofMinutes(1));
    assertThat(staffedCounters()).containsExactly(COUNTER_2);

    mine.note(true, clock.instant());
    assertThat(staffedCounters()).as("back at the console").containsExactly(COUNTER_1, COUNTER_2);
  }

  @Test
  void oneOfATandemIsEnough() {
    staff.add(new SignIn(SecretToken.random(), ME, "hoerde", COUNTER_1, NINE));
    begin(COUNTER_1, 9, new Skills(Set.of("uk"), Set.of()));
    clock.passes(Duration.ofHours(1));
    staff.add(new SignIn(SecretToken.random(), 9, "hoerde", COUNTER_1, clock.instant()));

    Skills counter = desks.readStaffedIn("hoerde").get(0).skills();
    assertThat(counter.speaks("uk")).isTrue();
    assertThat(counter.speaks("ar")).as("the one who speaks it has gone").isFalse();
  }

  @Test
  void colleaguesAreFoundWhereTheyWork() {
    long amal = add("amal", "Amal H.");
    long jan = add("jan", "Jan K.");
    add("eva", "Eva at home");
    begin(COUNTER_1, jan, new Skills(Set.of(), Set.of()));
    begin(COUNTER_1, amal, new Skills(Set.of(), Set.of()));

    assertThat(desks.readPeopleIn("hoerde"))
        .containsEntry(COUNTER_1, List.of("Jan K.", "Amal H."))
        .containsEntry(COUNTER_2, List.of());
  }

  private long add(String login, String displayName) {
    Counsellor counsellor =
        new Counsellor(
            login,
            displayName,
            null,
            "hoerde",
            Set.of(Role.COUNSELLOR),
            new Skills(Set.of(), Set.of()),
            new PasswordHash("-"));
    staff.add(counsellor);
    return counsellor.id();
  }

  private List<Long> staffedCounters() {
    return desks.readStaffedIn("hoerde").stream().map(Desks.Desk::counter).toList();
  }
}

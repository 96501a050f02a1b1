package de.lokalwillkommen.admin.security;

import static org.assertj.core.api.Assertions.assertThat;

import de.lokalwillkommen.core.staff.Role;
import de.lokalwillkommen.core.staff.SignedIn;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SectionTest {

  private static SignedIn who(Role role, Optional<String> office, Optional<Long> counter) {
    return new SignedIn(1, "person", "Person", Set.of(role), office, counter, "csrf");
  }

  @Test
  void aCounsellorAtACounterGoesFromTheConsoleToTheDayListAndBack() {
    assertThat(Section.listFor(who(Role.COUNSELLOR, Optional.of("hoerde"), Optional.of(1L))))
        .contains(Section.CONSOLE, Section.DAY_LIST);
  }

  @Test
  void withoutACounterThereIsNoConsole() {
    assertThat(Section.listFor(who(Role.OFFICE_LEAD, Optional.of("hoerde"), Optional.empty())))
        .contains(Section.DAY_LIST)
        .doesNotContain(Section.CONSOLE);
  }

  @Test
  void aPersonWhoServesNoVisitorsHasNoConsoleEvenAtACounter() {
    for (Role role : Role.values()) {
      assertThat(
              Section.listFor(who(role, Optional.of("hoerde"), Optional.of(1L)))
                  .contains(Section.CONSOLE))
          .as(role.name())
          .isEqualTo(Set.of(Role.COUNSELLOR, Role.OFFICE_LEAD, Role.ADMIN).contains(role));
    }
  }

  @Test
  void withoutAnOfficeThereIsNoDayList() {
    assertThat(Section.listFor(who(Role.ADMIN, Optional.empty(), Optional.empty())))
        .doesNotContain(Section.DAY_LIST);
  }

  @Test
  void aPersonWhoOnlyReadsFiguresSeesNoAppointments() {
    assertThat(Section.DAY_LIST.admits(who(Role.AUDITOR, Optional.of("hoerde"), Optional.empty())))
        .isFalse();
    assertThat(Section.DAY_LIST.admits(who(Role.COORDINATION, Optional.of("x"), Optional.empty())))
        .isFalse();
  }

  @Test
  void onlyLeadsSeeTheHoursAndOnlyLeadsAndCoordinatorsTheFigures() {
    for (Role role : Role.values()) {
      SignedIn who = who(role, Optional.of("hoerde"), Optional.of(1L));
      assertThat(Section.AVAILABILITY.admits(who))
          .as("hours for " + role)
          .isEqualTo(Set.of(Role.OFFICE_LEAD, Role.ADMIN).contains(role));
      assertThat(Section.LEAD_TIME.admits(who))
          .as("figures for " + role)
          .isEqualTo(Set.of(Role.OFFICE_LEAD, Role.COORDINATION, Role.ADMIN).contains(role));
    }
    assertThat(Section.find("/availability")).contains(Section.AVAILABILITY);
    assertThat(Section.find("/availability.xhtml")).contains(Section.AVAILABILITY);
    assertThat(Section.find("/lead-time.xhtml")).contains(Section.LEAD_TIME);
  }

  @Test
  void onlyLeadsAndAdministratorsManagePeopleAndAllHaveAnAccount() {
    for (Role role : Role.values()) {
      assertThat(Section.PEOPLE.admits(who(role, Optional.of("hoerde"), Optional.of(1L))))
          .as(role.name())
          .isEqualTo(Set.of(Role.OFFICE_LEAD, Role.ADMIN).contains(role));
    }
    assertThat(Section.find("/person")).contains(Section.PEOPLE);
    assertThat(Section.isForAll("/account")).isTrue();
  }

  @Test
  void everyFileOfASectionBelongsToIt() {
    assertThat(Section.find("/day-list.csv")).contains(Section.DAY_LIST);
    assertThat(Section.find("/slip.xhtml")).contains(Section.DAY_LIST);
    assertThat(Section.find("/start.xhtml")).isEmpty();
  }
}

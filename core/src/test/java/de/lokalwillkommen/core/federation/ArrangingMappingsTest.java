package de.lokalwillkommen.core.federation;

import static de.lokalwillkommen.core.kernel.Refusals.refusalOf;
import static org.assertj.core.api.Assertions.assertThat;

import de.lokalwillkommen.core.kernel.Changed;
import de.lokalwillkommen.core.kernel.RecordedEvents;
import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.offices.OfficeFixture;
import de.lokalwillkommen.core.staff.Counsellor;
import de.lokalwillkommen.core.staff.InMemoryStaff;
import de.lokalwillkommen.core.staff.PersonDetails;
import de.lokalwillkommen.core.staff.Role;
import de.lokalwillkommen.core.staff.SignedIn;
import de.lokalwillkommen.core.staff.Skills;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class ArrangingMappingsTest {

  private final InMemoryStaff staff = new InMemoryStaff();
  private final RecordedEvents events = new RecordedEvents();
  private final ArrangingMappings arranging =
      new ArrangingMappings(
          new InMemoryFederation(),
          staff,
          OfficeFixture.offices(OfficeFixture.hoerde()),
          events,
          Clock.fixed(Instant.parse("2026-11-30T08:00:00Z"), ZoneOffset.UTC));

  private SignedIn person(Role role) {
    Counsellor person =
        Counsellor.federated(
            "sso-1",
            new PersonDetails(
                "P",
                Optional.empty(),
                Optional.of("hoerde"),
                Set.of(role),
                new Skills(Set.of(), Set.of())));
    staff.add(person);
    return new SignedIn(
        person.id(),
        person.login(),
        "P",
        Set.of(role),
        Optional.of("hoerde"),
        Optional.empty(),
        "csrf");
  }

  @Test
  void aMappingIsAddedAndRemovedAndBothStandInTheHistory() {
    SignedIn admin = person(Role.ADMIN);
    arranging.add(
        admin, " /hoerde ", Role.COUNSELLOR, Optional.of("hoerde"), Optional.of("caritas"));

    MappingView added = arranging.list().get(0);
    assertThat(added.value()).isEqualTo("/hoerde");
    assertThat(added.role()).isEqualTo(Role.COUNSELLOR);
    assertThat(added.office()).contains("hoerde");
    assertThat(added.organisation()).contains("caritas");

    arranging.remove(admin, added.id());
    assertThat(arranging.list()).isEmpty();
    assertThat(events.all())
        .extracting(event -> ((Changed) event).action())
        .containsExactly("ADD_MAPPING", "REMOVE_MAPPING");
    assertThat(((Changed) events.all().get(0)).after())
        .contains("/hoerde", "COUNSELLOR", "caritas");
    assertThat(refusalOf(() -> arranging.remove(admin, added.id())).key())
        .isEqualTo("federation.unknown");
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "ADMIN")
  void onlyAdministratorsArrangeThem(Role role) {
    SignedIn who = person(role);
    assertThat(add(who, "/it", Role.ADMIN, "").kind()).isEqualTo(Refusal.Kind.NOT_ALLOWED);
    assertThat(refusalOf(() -> arranging.remove(who, 1)).kind())
        .isEqualTo(Refusal.Kind.NOT_ALLOWED);
    assertThat(arranging.list()).isEmpty();
  }

  @Test
  void whatDoesNotFitIsRefused() {
    SignedIn admin = person(Role.ADMIN);
    assertThat(add(admin, " ", Role.ADMIN, "").key()).isEqualTo("federation.value");
    assertThat(add(admin, "x".repeat(201), Role.ADMIN, "").key()).isEqualTo("federation.value");
    assertThat(add(admin, "/a", Role.COUNSELLOR, "").key()).isEqualTo("federation.office");
    assertThat(add(admin, "/a", Role.OFFICE_LEAD, "").key()).isEqualTo("federation.office");
    assertThat(add(admin, "/a", Role.COUNSELLOR, "nowhere").key()).isEqualTo("office.unknown");
    assertThat(
            refusalOf(
                    () ->
                        arranging.add(
                            admin, "/a", Role.ADMIN, Optional.empty(), Optional.of("nowhere")))
                .key())
        .isEqualTo("person.organisation");

    arranging.add(admin, "/a", Role.ADMIN, Optional.empty(), Optional.empty());
    assertThat(add(admin, "/a", Role.ADMIN, "").key()).isEqualTo("federation.twice");
    arranging.add(admin, "/a", Role.AUDITOR, Optional.empty(), Optional.empty());
    assertThat(arranging.list()).hasSize(2);
  }

  @ParameterizedTest
  @EnumSource(names = {"ADMIN", "COORDINATION", "AUDITOR"})
  void aRoleThatCountsInAllOfficesIsNotGivenInOne(Role role) {
    Refusal refusal = add(person(Role.ADMIN), "/a", role, "hoerde");

    assertThat(refusal.key()).isEqualTo("federation.everywhere");
    assertThat(refusal.facts()).containsEntry("field", "mappingOffice");
    assertThat(arranging.list()).isEmpty();
  }

  private Refusal add(SignedIn who, String value, Role role, String office) {
    return refusalOf(
        () ->
            arranging.add(
                who,
                value,
                role,
                Optional.of(office).filter(slug -> !slug.isEmpty()),
                Optional.empty()));
  }
}

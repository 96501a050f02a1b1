package de.lokalwillkommen.core.people;

import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.core.offices.Offices;
import de.lokalwillkommen.core.offices.Topic;
import de.lokalwillkommen.core.staff.Manager;
import de.lokalwillkommen.core.staff.PersonDetails;
import de.lokalwillkommen.core.staff.Staff;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.IllformedLocaleException;
import java.util.Locale;

/** Checks what is entered about a person against what is arranged. Part of a use case. */
@Dependent
class DetailsCheck {

  private final Staff staff;
  private final Offices offices;

  @Inject
  DetailsCheck(Staff staff, Offices offices) {
    this.staff = staff;
    this.offices = offices;
  }

  /**
   * Refuses what cannot be, and what the manager may not grant.
   *
   * @throws de.lokalwillkommen.core.kernel.Refused {@code INVALID} with the field, or {@code
   *     NOT_ALLOWED}
   */
  void requireFit(Manager manager, PersonDetails details) {
    details
        .findObjection()
        .ifPresent(
            objection -> {
              throw objection.asException();
            });
    if (!manager.mayName(details.organisation())) {
      throw Refusal.of(Kind.NOT_ALLOWED, "person.grantOrganisation")
          .with("field", "organisation")
          .asException();
    }
    if (!details.areManagedBy(manager)) {
      throw Refusal.of(Kind.NOT_ALLOWED, "person.grant").with("field", "roles").asException();
    }
    details
        .office()
        .ifPresent(id -> require(offices.find(id).isPresent(), "office.unknown", "office"));
    details
        .elsewhere()
        .forEach(
            role ->
                require(offices.find(role.office()).isPresent(), "office.unknown", "elsewhere"));
    details
        .organisation()
        .ifPresent(id -> require(isOrganisation(id), "person.organisation", "organisation"));
    details.skills().topics().forEach(id -> require(isTopic(id), "topic.unknown", "topics"));
    details
        .skills()
        .languages()
        .forEach(tag -> require(isLanguage(tag), "person.languages", "languages"));
  }

  private boolean isOrganisation(String id) {
    return staff.listOrganisations().stream().anyMatch(known -> known.id().equals(id));
  }

  private boolean isTopic(String id) {
    return offices.list().stream()
        .flatMap(office -> office.topics().stream())
        .map(Topic::id)
        .anyMatch(id::equals);
  }

  private static boolean isLanguage(String tag) {
    try {
      return new Locale.Builder().setLanguageTag(tag).build().toLanguageTag().equals(tag);
    } catch (IllformedLocaleException noTag) {
      return false;
    }
  }

  private static void require(boolean fits, String key, String field) {
    if (!fits) {
      throw Refusal.of(Kind.INVALID, key).with("field", field).asException();
    }
  }
}

package de.lokalwillkommen.admin.people;

import com.ibm.icu.text.ListFormatter;
import de.lokalwillkommen.admin.page.DaysInWords;
import de.lokalwillkommen.admin.page.Tick;
import de.lokalwillkommen.core.offices.OfficeDirectory;
import de.lokalwillkommen.core.offices.OfficeProfile;
import de.lokalwillkommen.core.people.ManagingPeople;
import de.lokalwillkommen.core.staff.OfficeRole;
import de.lokalwillkommen.core.staff.Organisation;
import de.lokalwillkommen.core.staff.Role;
import de.lokalwillkommen.web.text.PageTexts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Describes people in the reader's language. */
@RequestScoped
public class PeopleInWords {

  private OfficeDirectory offices;
  private ManagingPeople people;
  private PageTexts texts;

  private List<Organisation> organisations;

  protected PeopleInWords() {}

  @Inject
  PeopleInWords(OfficeDirectory offices, ManagingPeople people, PageTexts texts) {
    this.offices = offices;
    this.people = people;
    this.texts = texts;
  }

  /** The roles, the most frequent ones first. */
  String roles(Set<Role> roles) {
    return list(roles.stream().sorted().map(this::role).toList());
  }

  /** The labels of the ticked choices; the empty string if there are none. */
  String ticked(List<Tick> choices) {
    return list(choices.stream().filter(Tick::ticked).map(Tick::label).toList());
  }

  private String list(List<String> words) {
    return ListFormatter.getInstance(texts.getLanguage().locale()).format(words);
  }

  String role(Role role) {
    return texts.of("role." + role);
  }

  /** As {@code Eving: Beratung}. */
  String roleElsewhere(OfficeRole one) {
    return texts.of("people.elsewhere.role", office(Optional.of(one.office())), role(one.role()));
  }

  /** The roles in other offices; the empty string without any. */
  String elsewhere(Set<OfficeRole> roles) {
    return list(roles.stream().sorted().map(this::roleElsewhere).toList());
  }

  /** The name of the office; for a person without one, that the person works for all. */
  String office(Optional<String> office) {
    return office
        .map(id -> offices.find(id).map(OfficeProfile::name).orElse(id))
        .orElseGet(() -> texts.of("people.office.none"));
  }

  /** The name of the organisation; the empty string if none is named. */
  String organisation(Optional<String> organisation) {
    return organisation
        .flatMap(id -> organisations().stream().filter(o -> o.id().equals(id)).findFirst())
        .map(Organisation::name)
        .orElse("");
  }

  List<Organisation> organisations() {
    if (organisations == null) {
      organisations = people.listOrganisations();
    }
    return organisations;
  }

  /** The day of the last sign-in, or that there was none. */
  String lastSignIn(Optional<LocalDate> day) {
    return day.map(d -> DaysInWords.date(d, texts.getLanguage()))
        .orElseGet(() -> texts.of("people.lastSignIn.never"));
  }
}

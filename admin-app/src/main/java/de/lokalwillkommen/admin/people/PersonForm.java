package de.lokalwillkommen.admin.people;

import de.lokalwillkommen.admin.page.CommandParameters;
import de.lokalwillkommen.admin.page.SpokenLanguages;
import de.lokalwillkommen.admin.page.Tick;
import de.lokalwillkommen.admin.security.CurrentUser;
import de.lokalwillkommen.core.offices.OfficeDirectory;
import de.lokalwillkommen.core.offices.OfficeProfile;
import de.lokalwillkommen.core.offices.OfficeProfile.TopicProfile;
import de.lokalwillkommen.core.people.ManagingPeople;
import de.lokalwillkommen.core.staff.OfficeRole;
import de.lokalwillkommen.core.staff.Organisation;
import de.lokalwillkommen.core.staff.PersonDetails;
import de.lokalwillkommen.core.staff.Role;
import de.lokalwillkommen.core.staff.Skills;
import de.lokalwillkommen.web.text.Language;
import de.lokalwillkommen.web.text.PageTexts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.model.SelectItem;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The form for an invitation, or for what may be changed of a person. */
@Named
@RequestScoped
public class PersonForm {

  private static final String ROLE = "roles";
  private static final String ELSEWHERE = "elsewhere";
  private static final String LANGUAGE = "languages";
  private static final String TOPIC = "topics";

  private ManagingPeople people;
  private OfficeDirectory offices;
  private SpokenLanguages tongues;
  private PersonPage page;
  private InvitationSheet sheet;
  private PeopleInWords words;
  private CommandParameters asked;
  private PageTexts texts;
  private CurrentUser me;

  private String login;
  private String displayName;
  private String office;
  private String organisation;
  private String newOrganisation;
  private Set<String> roles = Set.of(Role.COUNSELLOR.name());
  private Set<String> elsewhere = Set.of();
  private Set<String> languages = Set.of();
  private Set<String> topics = Set.of();

  protected PersonForm() {}

  @Inject
  PersonForm(
      ManagingPeople people,
      OfficeDirectory offices,
      SpokenLanguages tongues,
      PersonPage page,
      InvitationSheet sheet,
      PeopleInWords words,
      CommandParameters asked,
      PageTexts texts,
      CurrentUser me) {
    this.people = people;
    this.offices = offices;
    this.tongues = tongues;
    this.page = page;
    this.sheet = sheet;
    this.words = words;
    this.asked = asked;
    this.texts = texts;
    this.me = me;
  }

  /** Shows the person; for a new one, an empty form of the own office. */
  public void enter() throws IOException {
    office = me.get().office().or(this::onlyOffice).orElse(null);
    if (page.requireKnown()) {
      page.find().ifPresent(person -> show(person.details()));
    }
  }

  private Optional<String> onlyOffice() {
    List<OfficeProfile> all = offices.list();
    return all.size() == 1 ? all.stream().map(OfficeProfile::id).findFirst() : Optional.empty();
  }

  private void show(PersonDetails details) {
    displayName = details.displayName();
    office = details.office().orElse(null);
    organisation = details.organisation().orElse(null);
    roles = details.roles().stream().map(Role::name).collect(Collectors.toSet());
    elsewhere = details.elsewhere().stream().map(OfficeRole::word).collect(Collectors.toSet());
    languages = details.skills().languages();
    topics = details.skills().topics();
  }

  /** Creates the account and shows the invitation. */
  public void invite() {
    readTicks();
    sheet.show(people.invite(me.get(), orEmpty(login), entered()));
  }

  /** Saves the changes. */
  public void save() throws IOException {
    readTicks();
    people.change(me.get(), page.required(), entered());
    page.goOn("saved");
  }

  /** Keeps the ticked choices, even if they cannot be saved. */
  private void readTicks() {
    roles = asked.words(ROLE);
    elsewhere = asked.words(ELSEWHERE);
    languages = asked.words(LANGUAGE);
    topics = asked.words(TOPIC);
  }

  private PersonDetails entered() {
    return new PersonDetails(
        orEmpty(displayName),
        organisation(),
        Optional.ofNullable(office),
        Stream.of(Role.values())
            .filter(role -> roles.contains(role.name()))
            .collect(Collectors.toSet()),
        elsewhere.stream().map(OfficeRole::of).collect(Collectors.toSet()),
        new Skills(
            languages.stream().filter(tongues::includes).collect(Collectors.toSet()), topics));
  }

  /** One that was typed is added, and takes the place of the chosen one. */
  private Optional<String> organisation() {
    if (!orEmpty(newOrganisation).isBlank()) {
      organisation = people.addOrganisation(me.get(), newOrganisation).id();
      newOrganisation = null;
    }
    return Optional.ofNullable(organisation);
  }

  private static String orEmpty(String entered) {
    return Optional.ofNullable(entered).orElse("");
  }

  public List<Tick> getRoles() {
    return people.listRolesToGrant(me.get()).stream()
        .map(role -> new Tick(role.name(), words.role(role), roles.contains(role.name())))
        .toList();
  }

  /** A choice for each role in each office; those of the person's own one are refused. */
  public List<Tick> getElsewhere() {
    return offices.list().stream()
        .flatMap(
            office ->
                OfficeRole.OF_AN_OFFICE.stream()
                    .sorted()
                    .map(role -> new OfficeRole(office.id(), role)))
        .map(one -> new Tick(one.word(), words.roleElsewhere(one), elsewhere.contains(one.word())))
        .toList();
  }

  /** The ticked roles in other offices; the empty string if there are none. */
  public String getElsewhereInWords() {
    return words.ticked(getElsewhere());
  }

  public List<Tick> getLanguages() {
    return tongues.list().stream()
        .map(
            (Language l) ->
                new Tick(
                    l.tag(),
                    tongues.bothNamesOf(l, texts.getLanguage()),
                    languages.contains(l.tag())))
        .toList();
  }

  public List<Tick> getTopics() {
    return offices.list().stream()
        .flatMap(o -> o.topics().stream())
        .map(TopicProfile::id)
        .distinct()
        .map(id -> new Tick(id, texts.of("topic." + id), topics.contains(id)))
        .toList();
  }

  /** The ticked languages; the empty string if there are none. */
  public String getLanguagesInWords() {
    return words.ticked(getLanguages());
  }

  /** The ticked topics; the empty string if there are none. */
  public String getTopicsInWords() {
    return words.ticked(getTopics());
  }

  public List<SelectItem> getOrganisations() {
    return people.listOrganisationsToGrant(me.get()).stream()
        .map((Organisation o) -> new SelectItem(o.id(), o.name()))
        .toList();
  }

  public String getLogin() {
    return login;
  }

  public void setLogin(String login) {
    this.login = login;
  }

  public String getDisplayName() {
    return displayName;
  }

  public void setDisplayName(String displayName) {
    this.displayName = displayName;
  }

  public String getOffice() {
    return office;
  }

  public void setOffice(String office) {
    this.office = office;
  }

  public String getNewOrganisation() {
    return newOrganisation;
  }

  public void setNewOrganisation(String entered) {
    this.newOrganisation = entered;
  }

  public String getOrganisation() {
    return organisation;
  }

  public void setOrganisation(String organisation) {
    this.organisation = organisation;
  }
}

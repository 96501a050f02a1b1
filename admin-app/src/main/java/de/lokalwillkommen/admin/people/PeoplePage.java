package de.lokalwillkommen.admin.people;

import de.lokalwillkommen.admin.page.CommandParameters;
import de.lokalwillkommen.admin.security.CurrentUser;
import de.lokalwillkommen.core.offices.OfficeDirectory;
import de.lokalwillkommen.core.offices.OfficeProfile;
import de.lokalwillkommen.core.people.ManagingPeople;
import de.lokalwillkommen.core.people.PersonView;
import de.lokalwillkommen.core.staff.PersonStatus;
import de.lokalwillkommen.core.staff.Right;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The list of the people whom a person manages. */
@Named
@RequestScoped
public class PeoplePage {

  static final String PERSON = "person";

  private static final String OFFICE = "office";
  private static final String STATE = "state";

  private ManagingPeople people;
  private OfficeDirectory offices;
  private PeopleInWords words;
  private CommandParameters asked;
  private CurrentUser me;
  private ExternalContext browser;

  protected PeoplePage() {}

  @Inject
  PeoplePage(
      ManagingPeople people,
      OfficeDirectory offices,
      PeopleInWords words,
      CommandParameters asked,
      CurrentUser me,
      ExternalContext browser) {
    this.people = people;
    this.offices = offices;
    this.words = words;
    this.asked = asked;
    this.me = me;
    this.browser = browser;
  }

  /**
   * A person in the list.
   *
   * @param link the address of the person's page
   * @param name the display name
   * @param login the name to sign in with
   * @param roles the roles in words
   * @param office the name of the office
   * @param elsewhere the roles in other offices; the empty string without any
   * @param organisation the name of the organisation; the empty string if none is named
   * @param status whether the person can sign in
   * @param lastSignIn the day of the last sign-in in words
   */
  public record Row(
      String link,
      String name,
      String login,
      String roles,
      String office,
      String elsewhere,
      String organisation,
      PersonStatus status,
      String lastSignIn) {}

  public List<Row> getRows() {
    return people.list(me.get()).stream().filter(this::isAskedFor).map(this::row).toList();
  }

  private boolean isAskedFor(PersonView person) {
    return office().filter(id -> !person.details().areOf(id)).isEmpty()
        && state().filter(state -> state != person.status()).isEmpty();
  }

  private Row row(PersonView person) {
    return new Row(
        browser.getRequestContextPath() + "/person?" + PERSON + "=" + person.id(),
        person.details().displayName(),
        person.login(),
        words.roles(person.details().roles()),
        words.office(person.details().office()),
        words.elsewhere(person.details().elsewhere()),
        words.organisation(person.details().organisation()),
        person.status(),
        words.lastSignIn(person.lastSignedIn()));
  }

  /** The offices from which the person may choose. */
  public List<OfficeProfile> getOffices() {
    return offices.list().stream()
        .filter(office -> me.get().may(Right.MANAGE_PEOPLE, office.id()))
        .toList();
  }

  /** Whether people of all offices are listed, so that one office can be chosen. */
  public boolean isForAll() {
    return me.get().mayEverywhere(Right.MANAGE_PEOPLE);
  }

  /** Whether the person arranges how people sign in. */
  public boolean isArrangingSignIn() {
    return me.get().may(Right.ARRANGE_SIGN_IN);
  }

  public List<PersonStatus> getStates() {
    return Arrays.asList(PersonStatus.values());
  }

  /** The slug of the office that is shown; the empty string for all. */
  public String getOfficeId() {
    return office().orElse("");
  }

  /** The name of the state that is shown; the empty string for all. */
  public String getState() {
    return state().map(PersonStatus::name).orElse("");
  }

  private Optional<String> office() {
    return asked
        .word(OFFICE)
        .filter(id -> getOffices().stream().anyMatch(office -> office.id().equals(id)));
  }

  private Optional<PersonStatus> state() {
    return asked
        .word(STATE)
        .flatMap(word -> getStates().stream().filter(s -> s.name().equals(word)).findFirst());
  }
}

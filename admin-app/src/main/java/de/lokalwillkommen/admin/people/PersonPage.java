package de.lokalwillkommen.admin.people;

import de.lokalwillkommen.admin.page.CommandParameters;
import de.lokalwillkommen.admin.security.CurrentUser;
import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.core.people.ManagingPeople;
import de.lokalwillkommen.core.people.PersonView;
import de.lokalwillkommen.core.staff.PersonStatus;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** The page of one person, or of a new one if the address names none. */
@Named
@RequestScoped
public class PersonPage {

  private static final String DONE = "done";
  private static final List<String> ALL_DONE =
      List.of("saved", "left", "returned", "signedOut", "factorReset");

  private ManagingPeople people;
  private PeopleInWords words;
  private CommandParameters asked;
  private CurrentUser me;
  private FacesContext context;

  private Optional<PersonView> person;

  protected PersonPage() {}

  @Inject
  PersonPage(
      ManagingPeople people,
      PeopleInWords words,
      CommandParameters asked,
      CurrentUser me,
      FacesContext context) {
    this.people = people;
    this.words = words;
    this.asked = asked;
    this.me = me;
    this.context = context;
  }

  /** The person that the address names. */
  Optional<PersonView> find() {
    if (person == null) {
      person = asked.number(PeoplePage.PERSON).flatMap(id -> people.find(me.get(), id));
    }
    return person;
  }

  /** Answers that there is no such page if the address names a person who is not there. */
  boolean requireKnown() throws IOException {
    boolean isKnown = isNew() || find().isPresent();
    if (!isKnown) {
      browser().responseSendError(HttpServletResponse.SC_NOT_FOUND, "");
      context.responseComplete();
    }
    return isKnown;
  }

  /** The identifier of the person; refused as unknown if it is missing. */
  long required() {
    return asked
        .number(PeoplePage.PERSON)
        .orElseThrow(() -> Refusal.of(Kind.UNKNOWN, "person.unknown").asException());
  }

  /** Shows the person again, with a message about what was done. */
  void goOn(String done) throws IOException {
    browser()
        .redirect(
            browser().getRequestContextPath()
                + "/person?"
                + PeoplePage.PERSON
                + "="
                + required()
                + "&"
                + DONE
                + "="
                + done);
  }

  private ExternalContext browser() {
    return context.getExternalContext();
  }

  public boolean isNew() {
    return asked.word(PeoplePage.PERSON).isEmpty();
  }

  public long getId() {
    return find().map(PersonView::id).orElse(0L);
  }

  public String getName() {
    return find().map(p -> p.details().displayName()).orElse("");
  }

  public String getLogin() {
    return find().map(PersonView::login).orElse("");
  }

  public PersonStatus getStatus() {
    return find().map(PersonView::status).orElse(PersonStatus.INVITED);
  }

  /** Whether an identity provider recognises the person, and says office and roles. */
  public boolean isFederated() {
    return find().filter(PersonView::federated).isPresent();
  }

  public String getLastSignIn() {
    return words.lastSignIn(find().flatMap(PersonView::lastSignedIn));
  }

  /** The key of the message about the last change, or null. */
  public String getDone() {
    return asked.word(DONE).filter(ALL_DONE::contains).map(d -> "people.done." + d).orElse(null);
  }
}

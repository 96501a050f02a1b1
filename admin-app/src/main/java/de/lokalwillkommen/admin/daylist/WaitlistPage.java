package de.lokalwillkommen.admin.daylist;

import de.lokalwillkommen.admin.page.CommandParameters;
import de.lokalwillkommen.admin.page.CurrentWorkplace;
import de.lokalwillkommen.admin.page.SpokenLanguages;
import de.lokalwillkommen.admin.security.CurrentUser;
import de.lokalwillkommen.core.booking.BookingCode;
import de.lokalwillkommen.core.booking.Contact;
import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.core.waitlist.PartOfDay;
import de.lokalwillkommen.core.waitlist.WaitlistByStaff;
import de.lokalwillkommen.core.waitlist.WaitlistWish;
import de.lokalwillkommen.web.text.PageTexts;
import de.lokalwillkommen.web.text.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The waitlist's commands. What it shows is in {@link WaitlistRows}. */
@Named
@RequestScoped
public class WaitlistPage {

  private static final String TOPIC = "topic";
  private static final String LANGUAGE = "language";
  private static final String FROM = "from";
  private static final String TO = "to";

  private WaitlistByStaff waitlist;
  private SpokenLanguages languages;
  private PageTexts texts;
  private Clock clock;
  private CommandParameters asked;
  private CurrentWorkplace here;
  private CurrentUser me;
  private ExternalContext browser;

  protected WaitlistPage() {}

  @Inject
  WaitlistPage(
      WaitlistByStaff waitlist,
      SpokenLanguages languages,
      PageTexts texts,
      Clock clock,
      CommandParameters asked,
      CurrentWorkplace here,
      CurrentUser me,
      ExternalContext browser) {
    this.waitlist = waitlist;
    this.languages = languages;
    this.texts = texts;
    this.clock = clock;
    this.asked = asked;
    this.here = here;
    this.me = me;
    this.browser = browser;
  }

  /** Redirects people who work in no office; does what a button of a row asks for. */
  public String enter() throws IOException {
    if (me.get().office().isEmpty()) {
      return "start?faces-redirect=true";
    }
    if (FacesContext.getCurrentInstance().isPostback()) {
      Optional<BookingCode> leaving = asked.word("remove").flatMap(BookingCode::find);
      Optional<BookingCode> offered = asked.word("takeBack").flatMap(BookingCode::find);
      if (leaving.isPresent()) {
        waitlist.remove(me.get(), leaving.get());
        goOn("done", "removed");
      } else if (offered.isPresent()) {
        waitlist.takeBack(me.get(), offered.get());
        goOn("done", "takenBack");
      }
    }
    return null;
  }

  /** Adds a person who calls or stands at the counter. */
  public void add() throws IOException {
    BookingCode code =
        waitlist.add(
            me.get(),
            new WaitlistWish(
                asked.word(TOPIC).orElse(""),
                getLanguage(),
                Set.of(here.getOfficeId()),
                day(FROM),
                day(TO),
                part(),
                Optional.empty(),
                asked.word("mail").map(Contact::new),
                Optional.empty()));
    goOn("added", code.value());
  }

  private LocalDate day(String name) {
    return asked
        .day(name)
        .orElseThrow(
            () -> Refusal.of(Kind.INVALID, "request.day").with("field", name).asException());
  }

  private PartOfDay part() {
    return Arrays.stream(PartOfDay.values())
        .filter(part -> part.name().equals(getPart()))
        .findFirst()
        .orElse(PartOfDay.ANY);
  }

  private void goOn(String name, String value) throws IOException {
    browser.redirect(browser.getRequestContextPath() + "/waitlist?" + name + "=" + value);
  }

  /** The key of the message about the last change, or null. */
  public String getDone() {
    return asked.word("done").map("waiting.done."::concat).filter(texts::has).orElse(null);
  }

  /** The code of the person who was just added; the empty string if none was. */
  public String getAdded() {
    return asked.word("added").flatMap(BookingCode::find).map(BookingCode::inGroups).orElse("");
  }

  public List<String> getParts() {
    return Arrays.stream(PartOfDay.values()).map(PartOfDay::name).toList();
  }

  public String getTopic() {
    return asked.word(TOPIC).orElse("");
  }

  public String getLanguage() {
    return asked.word(LANGUAGE).filter(languages::includes).orElse(Texts.FIRST);
  }

  public String getFrom() {
    return asked.word(FROM).orElseGet(() -> today().toString());
  }

  /** As long as a person may wait, unless another day was entered. */
  public String getTo() {
    return asked.word(TO).orElseGet(() -> today().plusDays(WaitlistWish.MOST_DAYS).toString());
  }

  public String getPart() {
    return asked.word("part").orElse(PartOfDay.ANY.name());
  }

  public String getMail() {
    return asked.word("mail").orElse("");
  }

  private LocalDate today() {
    return clock.instant().atZone(here.office().zone()).toLocalDate();
  }
}

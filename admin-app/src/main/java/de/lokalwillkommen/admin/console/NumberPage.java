package de.lokalwillkommen.admin.console;

import de.lokalwillkommen.admin.page.CommandParameters;
import de.lokalwillkommen.admin.page.SpokenLanguages;
import de.lokalwillkommen.admin.page.Tick;
import de.lokalwillkommen.admin.security.CurrentUser;
import de.lokalwillkommen.core.calling.CallingTickets;
import de.lokalwillkommen.core.calling.CorrectingTickets;
import de.lokalwillkommen.core.calling.Timelines;
import de.lokalwillkommen.core.calling.Timelines.Entry;
import de.lokalwillkommen.core.calling.Timelines.Timeline;
import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.core.offices.OfficeDirectory;
import de.lokalwillkommen.core.offices.OfficeProfile;
import de.lokalwillkommen.core.ticketing.Outcome;
import de.lokalwillkommen.core.ticketing.Referral;
import de.lokalwillkommen.web.text.Moments;
import de.lokalwillkommen.web.text.PageTexts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What has happened to a number today, found by the number or by its ticket; and its outcome. */
@Named
@RequestScoped
public class NumberPage {

  private static final String DONE = "done";

  private Timelines timelines;
  private CorrectingTickets correcting;
  private OfficeDirectory offices;
  private SpokenLanguages languages;
  private PageTexts texts;
  private CommandParameters asked;
  private CurrentUser me;
  private ExternalContext browser;
  private List<Timeline> found;

  protected NumberPage() {}

  @Inject
  NumberPage(
      Timelines timelines,
      CorrectingTickets correcting,
      OfficeDirectory offices,
      SpokenLanguages languages,
      PageTexts texts,
      CommandParameters asked,
      CurrentUser me,
      ExternalContext browser) {
    this.timelines = timelines;
    this.correcting = correcting;
    this.offices = offices;
    this.languages = languages;
    this.texts = texts;
    this.asked = asked;
    this.me = me;
    this.browser = browser;
  }

  /** Corrects the outcome, for a reason. */
  public void correct() throws IOException {
    Outcome outcome =
        new Outcome(
            asked.words("marks").contains("firstVisit"),
            asked.words("marks").contains("amif"),
            asked.word("referral").flatMap(NumberPage::referral),
            asked.words("topics"));
    correcting.correctOutcome(me.get(), asked.ticket(), outcome, asked.word("reason").orElse(""));
    browser.redirect(
        browser.getRequestContextPath()
            + "/number.xhtml?ticket="
            + asked.ticket()
            + "&"
            + DONE
            + "=corrected");
  }

  private static Optional<Referral> referral(String word) {
    return Arrays.stream(Referral.values()).filter(r -> r.name().equals(word)).findFirst();
  }

  /** The key of the message about the last change, or null. */
  public String getDone() {
    return asked.word(DONE).map(done -> "number.corrected").orElse(null);
  }

  /** The number that was searched for; the empty string if none was. */
  public String getNumber() {
    return asked.word("number").orElse("");
  }

  /** Whether a number was searched for in vain. */
  public boolean isMissing() {
    return getFound().isEmpty()
        && (asked.word("number").isPresent() || asked.word("ticket").isPresent());
  }

  public List<Timeline> getFound() {
    if (found == null) {
      found =
          asked
              .number("ticket")
              .map(ticket -> timelines.find(me.get(), ticket).stream().toList())
              .orElseGet(() -> timelines.list(me.get(), getNumber()));
    }
    return found;
  }

  /** The visit whose outcome the reader may correct; null if there is none. */
  public Timeline getCorrectable() {
    return getFound().stream().filter(Timeline::correctable).findFirst().orElse(null);
  }

  /** The kinds of service to which a visitor may have been referred, the present one ticked. */
  public List<Tick> getReferrals() {
    Optional<Referral> present =
        Optional.ofNullable(getCorrectable()).flatMap(Timeline::outcome).flatMap(Outcome::referral);
    return Arrays.stream(Referral.values())
        .map(
            r ->
                new Tick(
                    r.name(), texts.of("referral." + r), present.filter(r::equals).isPresent()))
        .toList();
  }

  /** What else the outcome says, ticked as it is now. */
  public List<Tick> getMarks() {
    Optional<Outcome> present = Optional.ofNullable(getCorrectable()).flatMap(Timeline::outcome);
    return List.of(
        new Tick(
            "firstVisit",
            texts.of("finish.firstVisit"),
            present.flatMap(Outcome::firstVisit).orElse(false)),
        new Tick(
            "amif",
            texts.of("finish.amif"),
            present.flatMap(Outcome::countsForAmif).orElse(false)));
  }

  public int getLongestReason() {
    return CallingTickets.LONGEST_REASON;
  }

  /** The time of a change on the office's clock. */
  public String timeOf(Timeline timeline, Entry entry) {
    return Moments.time(entry.at(), officeOf(timeline).zone());
  }

  /** What a change has done, in words, with its reason if it has one. */
  public String whatOf(Entry entry) {
    return texts.of("number.act." + entry.action());
  }

  /**
   * The reason of a change in words: topics and languages by their names, others as entered; the
   * empty string if it has none.
   */
  public String reasonOf(Entry entry) {
    return entry
        .reason()
        .map(
            reason ->
                switch (entry.action()) {
                  case CORRECT_TOPIC -> texts.of("number.before", texts.of("topic." + reason));
                  case CORRECT_LANGUAGE ->
                      // the reason names the language before and the one after
                      texts.of("number.before", languageOf(reason.split(" ", 2)[0]));
                  case CORRECT_PERSONS -> texts.of("number.before", reason);
                  default -> reason;
                })
        .orElse("");
  }

  /** The name of a language in the language of the reader. */
  public String languageOf(String tag) {
    return languages.nameOf(languages.get(tag), texts.getLanguage());
  }

  /** The topics of the office, ticked as in the present outcome. */
  public List<Tick> topicsOf(Timeline timeline) {
    Set<String> ticked = timeline.outcome().map(Outcome::topics).orElse(Set.of());
    return officeOf(timeline).topics().stream()
        .map(t -> new Tick(t.id(), texts.of("topic." + t.id()), ticked.contains(t.id())))
        .toList();
  }

  private OfficeProfile officeOf(Timeline timeline) {
    return offices
        .find(timeline.ticket().office())
        .orElseThrow(() -> Refusal.of(Kind.UNKNOWN, "office.unknown").asException());
  }
}

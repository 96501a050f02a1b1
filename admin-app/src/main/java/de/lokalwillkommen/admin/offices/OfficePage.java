package de.lokalwillkommen.admin.offices;

import de.lokalwillkommen.admin.page.DaysInWords;
import de.lokalwillkommen.admin.page.SpokenLanguages;
import de.lokalwillkommen.admin.security.CurrentUser;
import de.lokalwillkommen.core.arranging.ArrangingOffices;
import de.lokalwillkommen.core.arranging.OfficeImpact;
import de.lokalwillkommen.core.staff.Right;
import de.lokalwillkommen.web.text.PageTexts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/** One office, a part at a time. Its data, hours and counters have forms of their own. */
@Named
@RequestScoped
public class OfficePage {

  static final String HOURS = "hours";

  private static final String DATA = "data";
  private static final String END = "end";
  private static final List<String> PARTS = List.of(DATA, HOURS, "counters", "topics");
  private static final List<String> ALL_PARTS = List.of(DATA, HOURS, "counters", "topics", END);
  private static final List<String> DONE = List.of("founded", "changed");

  private ArrangingOffices arranging;
  private OfficesRequest asked;
  private CurrentUser me;
  private PageTexts texts;
  private SpokenLanguages languages;
  private List<OfficeImpact> impacts = List.of();

  protected OfficePage() {}

  @Inject
  OfficePage(
      ArrangingOffices arranging,
      OfficesRequest asked,
      CurrentUser me,
      PageTexts texts,
      SpokenLanguages languages) {
    this.arranging = arranging;
    this.asked = asked;
    this.me = me;
    this.texts = texts;
    this.languages = languages;
  }

  /** There is no page of an office that the person may not arrange. */
  public void enter() throws IOException {
    asked.requireOffice();
  }

  public String getId() {
    return asked.office().id();
  }

  public String getName() {
    return asked.office().data().name();
  }

  public String getAddress() {
    return asked.office().data().address();
  }

  /** The key of whether it is open, below {@code offices.state.}. */
  public String getState() {
    return OfficesPage.stateOf(asked.office());
  }

  public int getVersion() {
    return asked.version();
  }

  /** Whether another person has saved a change since the form was made. */
  public boolean isOutdated() {
    return asked.isOutdated();
  }

  /** The parts of the page that the person may use. */
  public List<String> getParts() {
    return me.get().mayEverywhere(Right.FOUND_OFFICES) ? ALL_PARTS : PARTS;
  }

  /** The part that is shown. */
  public String getPart() {
    return asked.word("show").filter(getParts()::contains).orElse(DATA);
  }

  /** The key of the message about the last change, or null. */
  public String getDone() {
    return asked.word("done").filter(DONE::contains).map(d -> "offices.done." + d).orElse(null);
  }

  /** Shows the same part again, with the message that the change applies. */
  void goOn() throws IOException {
    asked.goOn(getId(), getPart(), "changed");
  }

  /**
   * Makes a change and shows the same part again; if people stop it, they are shown instead.
   *
   * @param change takes the version that the person has seen, and returns whom it affects
   */
  void goOnUnlessAffected(IntFunction<List<OfficeImpact>> change) throws IOException {
    impacts = asked.change(change);
    if (impacts.isEmpty()) {
      goOn();
    }
  }

  public String getClosedFrom() {
    return asked.isSent()
        ? asked.word("closedFrom").orElse("")
        : asked.office().closedFrom().map(LocalDate::toString).orElse("");
  }

  /** Closes the office for good, or takes that back if no day was entered. */
  public void closeForGood() throws IOException {
    Optional<LocalDate> day = asked.day("closedFrom", asked.word("closedFrom").orElse(""));
    goOnUnlessAffected(
        version -> arranging.closeForGood(me.get(), getId(), version, day, asked.told()));
  }

  /** Whether people who are affected stop the change until it is confirmed. */
  public boolean isStopped() {
    return !impacts.isEmpty();
  }

  /**
   * People whom the change affects.
   *
   * @param key what is confirmed
   * @param subject the key of a topic's name, or the empty string
   * @param text who, in words
   * @param list the address of the day list in which they can be moved and cancelled; the empty
   *     string if there is none, or the person cannot open it
   */
  public record Affected(String key, String subject, String text, String list) {}

  public List<Affected> getAffected() {
    return impacts.stream()
        .map(i -> new Affected(i.key(), subjectOf(i), textOf(i), listOf(i)))
        .toList();
  }

  private String textOf(OfficeImpact impact) {
    return texts.of("offices.impact." + impact.kind(), impact.people(), wordsFor(impact));
  }

  /** The subject as it stands in the sentence. */
  private String wordsFor(OfficeImpact impact) {
    String subject = impact.subject();
    return switch (impact.kind()) {
      case OUTSIDE, HOLIDAY -> DaysInWords.day(LocalDate.parse(subject), texts.getLanguage());
      case WAITING_IN_LANGUAGE, BOOKED_IN_LANGUAGE ->
          languages.nameOf(languages.get(subject), texts.getLanguage());
      case WAITING, BOOKED, SHIFTED, CALLED, SEATED -> subject;
    };
  }

  /** The day list shows only the person's own office. */
  private String listOf(OfficeImpact impact) {
    boolean isOfDay =
        impact.kind() == OfficeImpact.Kind.OUTSIDE || impact.kind() == OfficeImpact.Kind.HOLIDAY;
    return isOfDay && me.get().office().filter(getId()::equals).isPresent()
        ? "day-list.xhtml?day=" + impact.subject()
        : "";
  }

  /** Topics have names; the label of a counter, the day or the language is in the sentence. */
  private static String subjectOf(OfficeImpact impact) {
    return switch (impact.kind()) {
      case WAITING, BOOKED -> impact.subject().isEmpty() ? "" : "topic." + impact.subject();
      case OUTSIDE, HOLIDAY, SHIFTED, WAITING_IN_LANGUAGE, BOOKED_IN_LANGUAGE, CALLED, SEATED -> "";
    };
  }
}

package de.lokalwillkommen.admin.texts;

import de.lokalwillkommen.admin.security.CurrentUser;
import de.lokalwillkommen.core.texts.EditingTexts;
import de.lokalwillkommen.core.texts.LanguageProgress;
import de.lokalwillkommen.core.texts.NativeCheck;
import de.lokalwillkommen.core.texts.TextArea;
import de.lokalwillkommen.core.texts.TextFilter;
import de.lokalwillkommen.core.texts.TextPlan;
import de.lokalwillkommen.core.texts.TextSettings;
import de.lokalwillkommen.web.text.Language;
import de.lokalwillkommen.web.text.Moments;
import de.lokalwillkommen.web.text.PageTexts;
import de.lokalwillkommen.web.text.VisitorTexts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The list of the texts that visitors meet, and how far each language is. */
@Named
@RequestScoped
public class TextsPage {

  private static final int UNKNOWN = 404;
  private static final String POLICY = "Content-Security-Policy";

  private TextPlan plan;
  private EditingTexts editing;
  private TextsRequest asked;
  private VisitorTexts visitorTexts;
  private ExternalContext browser;
  private CurrentUser me;
  private PageTexts texts;
  private List<Row> rows;
  private long version;

  protected TextsPage() {}

  @Inject
  TextsPage(
      TextPlan plan,
      EditingTexts editing,
      TextsRequest asked,
      VisitorTexts visitorTexts,
      ExternalContext browser,
      CurrentUser me,
      PageTexts texts) {
    this.plan = plan;
    this.editing = editing;
    this.asked = asked;
    this.visitorTexts = visitorTexts;
    this.browser = browser;
    this.me = me;
    this.texts = texts;
  }

  /**
   * A text in the list.
   *
   * @param address of its page
   * @param main what it says in German
   * @param present what it says in the language; the empty string if nothing
   * @param changed whether it is worded here
   */
  public record Row(String address, String main, String present, boolean changed) {

    public boolean missing() {
      return present.isEmpty();
    }
  }

  /**
   * A language and how far it is.
   *
   * @param address of the list of its texts
   * @param progress how far it is
   * @param check whether a native speaker has read it, in words
   * @param checked whether the check still covers all texts
   */
  public record Card(
      Language language,
      String address,
      LanguageProgress progress,
      String check,
      boolean checked) {}

  /** There is no page of a text that does not exist. Notes a check whose button was pressed. */
  public void enter() throws IOException {
    FacesContext faces = FacesContext.getCurrentInstance();
    version = plan.version();
    letScreensBeFramed();
    if (asked.key().isPresent() && plan.find(asked.language(), asked.key().get()).isEmpty()) {
      browser.responseSendError(UNKNOWN, "");
      faces.responseComplete();
    } else if (faces.isPostback()) {
      note(asked.word("check"));
    }
  }

  /** Pages of this server, and only on this page of it. */
  private void letScreensBeFramed() {
    String policy = ((HttpServletResponse) browser.getResponse()).getHeader(POLICY);
    if (policy != null) {
      browser.setResponseHeader(POLICY, policy + "; frame-src 'self'");
    }
  }

  private void note(Optional<String> language) throws IOException {
    if (language.isPresent()) {
      editing.check(me.get(), language.get(), asked.version().orElse(-1L));
      browser.redirect(asked.list(language.get()) + "&done=checked");
    }
  }

  public boolean isEditing() {
    return asked.key().isPresent();
  }

  public boolean isListing() {
    return !isEditing() && asked.word("import").isEmpty();
  }

  /** The address of a file with the listed texts, in that form. */
  public String file(String form) {
    return asked.file(form);
  }

  /** The texts of the choice, by area. */
  public List<Row> getRows() {
    if (rows == null) {
      rows =
          plan.list(asked.language(), asked.filter()).stream()
              .sorted((a, b) -> a.area().compareTo(b.area()))
              .map(this::row)
              .toList();
    }
    return rows;
  }

  private Row row(TextSettings text) {
    return new Row(
        asked.text(text.key()), text.main(), text.present().orElse(""), text.own().isPresent());
  }

  public List<Card> getCards() {
    return plan.listProgress().stream().map(this::card).toList();
  }

  private Card card(LanguageProgress progress) {
    return new Card(
        visitorTexts.language(progress.tag()),
        asked.list(progress.tag()),
        progress,
        progress.nativeCheck().map(this::said).orElseGet(() -> texts.of("texts.check.none")),
        progress.nativeCheck().filter(check -> check.changedSince().isEmpty()).isPresent());
  }

  private String said(NativeCheck check) {
    String noted = texts.of("texts.check.at", day(check.at()), author(check));
    return check
        .changedSince()
        .map(since -> noted + " " + texts.of("texts.check.since", day(since)))
        .orElse(noted);
  }

  /** By role and pseudonym, as in the history. */
  private String author(NativeCheck check) {
    String roles =
        Arrays.stream(check.author().roles().split(" "))
            .filter(role -> texts.has("role." + role))
            .map(role -> texts.of("role." + role))
            .collect(Collectors.joining(", "));
    return texts.of("history.person", check.author().pseudonym(), roles);
  }

  private String day(Instant at) {
    return Moments.say("yMMMdHm", at, asked.zone(), texts.getLanguage());
  }

  /** The version of all texts that this page shows. */
  public long getVersion() {
    return version;
  }

  public Language getLanguage() {
    return visitorTexts.language(asked.language());
  }

  public List<Language> getLanguages() {
    return visitorTexts.listLanguages();
  }

  public TextArea[] getAreas() {
    return TextArea.values();
  }

  /** The name of the area that is shown; the empty string for all. */
  public String getArea() {
    return asked.filter().area().map(TextArea::name).orElse("");
  }

  public TextFilter.State[] getStates() {
    return TextFilter.State.values();
  }

  public String getState() {
    return asked.filter().state().name();
  }

  public String getWords() {
    return asked.filter().words();
  }

  /** What was done before this page, as the end of a key; the empty string if nothing. */
  public String getDone() {
    return asked
        .word("done")
        .filter(List.of("changed", "shipped", "checked", "imported")::contains)
        .orElse("");
  }
}

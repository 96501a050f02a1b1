package de.lokalwillkommen.admin.texts;

import de.lokalwillkommen.admin.security.CurrentUser;
import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refused;
import de.lokalwillkommen.core.texts.EditingTexts;
import de.lokalwillkommen.core.texts.TextPlan;
import de.lokalwillkommen.core.texts.TextSettings;
import de.lokalwillkommen.web.text.DraftGate;
import de.lokalwillkommen.web.text.DraftTokens;
import de.lokalwillkommen.web.text.Language;
import de.lokalwillkommen.web.text.Samples;
import de.lokalwillkommen.web.text.TextDraft;
import de.lokalwillkommen.web.text.Texts;
import de.lokalwillkommen.web.text.VisitorTexts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The form for one text in one language. */
@Named
@RequestScoped
public class TextForm {

  private static final String TEXT = "text";
  private static final String CHANGED_MEANWHILE = "text.changedMeanwhile";

  private TextPlan plan;
  private EditingTexts editing;
  private TextsRequest asked;
  private VisitorTexts visitorTexts;
  private ExternalContext browser;
  private CurrentUser me;
  private DraftTokens drafts;
  private TextSettings text;
  private boolean outdated;

  protected TextForm() {}

  @Inject
  TextForm(
      TextPlan plan,
      EditingTexts editing,
      TextsRequest asked,
      VisitorTexts visitorTexts,
      ExternalContext browser,
      CurrentUser me,
      DraftTokens drafts) {
    this.plan = plan;
    this.editing = editing;
    this.asked = asked;
    this.visitorTexts = visitorTexts;
    this.browser = browser;
    this.me = me;
    this.drafts = drafts;
  }

  public TextSettings getText() {
    if (text == null) {
      text = plan.find(asked.language(), asked.key().orElseThrow()).orElseThrow();
    }
    return text;
  }

  public Language getLanguage() {
    return visitorTexts.language(asked.language());
  }

  /** Whether the German text stands beside, as that of the other language. */
  public boolean isTranslation() {
    return !asked.language().equals(Texts.FIRST);
  }

  /** The version that the form is made from: as sent, until the person is told of a later one. */
  public long getVersion() {
    return outdated ? getText().version() : asked.version().orElseGet(() -> getText().version());
  }

  /** Whether another person has saved the text since the form was made. */
  public boolean isOutdated() {
    return outdated;
  }

  /** The text as it was entered, or as it applies. */
  public String getEntered() {
    return asked.sent(TEXT).orElseGet(this::getPresent);
  }

  /** The shipped text; the empty string if there is none. */
  public String getShipped() {
    return getText().shipped().orElse("");
  }

  /** The text that applies now; the empty string if there is none. */
  public String getPresent() {
    return getText().present().orElse("");
  }

  /** Whether the shipped text can come back. */
  public boolean isReworded() {
    return getText().own().isPresent() && getText().shipped().isPresent();
  }

  /** The placeholders of the text, such as {@code {0}}; the empty string if there are none. */
  public String getPlaceholders() {
    return getText().arguments().stream()
        .map(argument -> '{' + argument + '}')
        .collect(Collectors.joining(" "));
  }

  /** How the text reads with some values; empty while something is wrong with it. */
  public List<String> getSamples() {
    return objection().isEmpty() ? Samples.list(getEntered(), getLanguage()) : List.of();
  }

  /**
   * The address of the very screen with what was entered, for this editor alone; the empty string
   * if there is none, or while something is wrong with the text.
   */
  public String getScreen() {
    String key = getText().key();
    TextDraft draft = new TextDraft(asked.language(), key, getEntered().strip());
    return objection().isPresent()
        ? ""
        : asked
            .office()
            .flatMap(office -> Screens.find(key, office, asked.language()))
            .map(screen -> screen + "&" + DraftGate.PARAMETER + "=" + drafts.write(draft))
            .orElse("");
  }

  private Optional<Refusal> objection() {
    return plan.findObjection(asked.language(), getText().key(), getEntered());
  }

  public String getBack() {
    return asked.list(asked.language());
  }

  /** The address of the same text in another language. */
  public String in(Language other) {
    return browser.getRequestContextPath()
        + "/texts?language="
        + other.tag()
        + "&key="
        + getText().key();
  }

  /** Saves the text. */
  public void save() throws IOException {
    try {
      editing.change(me.get(), asked.language(), getText().key(), getVersion(), getEntered());
    } catch (Refused refused) {
      outdated = refused.refusal().key().equals(CHANGED_MEANWHILE);
      text = null;
      throw refused;
    }
    browser.redirect(asked.text(getText().key()) + "&done=changed");
  }

  /** The shipped text applies again. */
  public void takeBack() throws IOException {
    editing.takeBack(me.get(), asked.language(), getText().key(), getVersion());
    browser.redirect(asked.text(getText().key()) + "&done=shipped");
  }

  /** Shows the page again with what was entered, and says what is wrong with it. */
  public void look() {
    objection()
        .ifPresent(
            refusal -> {
              throw refusal.asException();
            });
  }
}

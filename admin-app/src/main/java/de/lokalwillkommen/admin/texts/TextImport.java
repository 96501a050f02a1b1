package de.lokalwillkommen.admin.texts;

import de.lokalwillkommen.admin.security.CurrentUser;
import de.lokalwillkommen.core.kernel.Refused;
import de.lokalwillkommen.core.texts.EditingTexts;
import de.lokalwillkommen.core.texts.TextComparison;
import de.lokalwillkommen.core.texts.TextFault;
import de.lokalwillkommen.core.texts.TextLine;
import de.lokalwillkommen.core.texts.TextPlan;
import de.lokalwillkommen.web.text.PageTexts;
import de.lokalwillkommen.web.text.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** The form to take texts over from a file: it shows what would change before it is saved. */
@Named
@RequestScoped
public class TextImport {

  private static final String FILE = "file";

  private TextPlan plan;
  private EditingTexts editing;
  private TextsRequest asked;
  private ExternalContext browser;
  private CurrentUser me;
  private PageTexts page;
  private Texts texts;
  private Optional<TextComparison> comparison = Optional.empty();

  protected TextImport() {}

  @Inject
  TextImport(
      TextPlan plan,
      EditingTexts editing,
      TextsRequest asked,
      ExternalContext browser,
      CurrentUser me,
      PageTexts page,
      Texts texts) {
    this.plan = plan;
    this.editing = editing;
    this.asked = asked;
    this.browser = browser;
    this.me = me;
    this.page = page;
    this.texts = texts;
  }

  /**
   * A line that cannot be taken over, in words.
   *
   * @param key the key as it is written there
   * @param said what is wrong
   */
  public record Fault(int line, String key, String said) {}

  public boolean isOpen() {
    return asked.word("import").isPresent();
  }

  /** The content of the file, as it was sent. */
  public String getFile() {
    return asked.sent(FILE).orElse("");
  }

  /** Compares the file with the texts that apply. */
  public void look() {
    comparison = Optional.of(plan.compare(asked.language(), lines()));
  }

  private List<TextLine> lines() {
    return TextFile.read(getFile(), asked.language());
  }

  /**
   * Whether it can be saved: it was compared, in this request or in the one before, without fault.
   */
  public boolean isReady() {
    return comparison.map(c -> c.faults().isEmpty()).orElseGet(() -> asked.version().isPresent());
  }

  public boolean isCompared() {
    return comparison.isPresent();
  }

  /**
   * A change, in the language of the texts.
   *
   * @param before how it reads now; the empty string if it does not
   */
  public record Change(String key, String before, String after) {}

  public List<Change> getChanges() {
    return getComparison().changes().stream()
        .map(change -> new Change(change.key(), change.before().orElse(""), change.after()))
        .toList();
  }

  public TextComparison getComparison() {
    return comparison.orElseThrow();
  }

  public List<Fault> getFaults() {
    return getComparison().faults().stream().map(this::inWords).toList();
  }

  private Fault inWords(TextFault fault) {
    return new Fault(
        fault.line(),
        fault.key(),
        texts.get(
            page.getLanguage(),
            "refusal." + fault.refusal().key(),
            fault.refusal().arguments().toArray()));
  }

  /** Saves what has been compared. */
  public void save() throws IOException {
    try {
      editing.changeAll(me.get(), asked.language(), lines(), asked.version().orElse(-1L));
    } catch (Refused refused) {
      look();
      throw refused;
    }
    browser.redirect(asked.list(asked.language()) + "&done=imported");
  }
}

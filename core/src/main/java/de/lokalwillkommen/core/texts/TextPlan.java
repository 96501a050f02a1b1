package de.lokalwillkommen.core.texts;

import de.lokalwillkommen.core.kernel.MainLanguage;
import de.lokalwillkommen.core.kernel.ReadModel;
import de.lokalwillkommen.core.kernel.Refusal;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** The texts that visitors meet, as their editors see them. */
@ReadModel
public class TextPlan {

  private ShippedTexts shipped;
  private OwnTexts own;
  private TextBook book;

  protected TextPlan() {}

  @Inject
  TextPlan(ShippedTexts shipped, OwnTexts own, TextBook book) {
    this.shipped = shipped;
    this.own = own;
    this.book = book;
  }

  /** The version of all texts. */
  public long version() {
    return own.version();
  }

  /**
   * The texts of a language, by their keys.
   *
   * @throws de.lokalwillkommen.core.kernel.Refused {@code UNKNOWN} if texts cannot have it
   */
  public List<TextSettings> list(String language, TextFilter filter) {
    TextBook.Page main = book.page(MainLanguage.TAG);
    TextBook.Page page = book.page(language);
    return page.keys().stream()
        .map(key -> settings(key, main, page))
        .filter(filter::takes)
        .toList();
  }

  /** The text with that key in a language. */
  public Optional<TextSettings> find(String language, String key) {
    return list(language, TextFilter.ALL).stream().filter(t -> t.key().equals(key)).findFirst();
  }

  /**
   * What an office is called in a language other than German; empty if it has its one name there.
   */
  public Optional<String> findNameOfOffice(String language, String office) {
    return own.find(TextKey.ofOffice(office), language).map(OwnText::pattern);
  }

  private static TextSettings settings(String key, TextBook.Page main, TextBook.Page page) {
    Optional<OwnText> worded = Optional.ofNullable(page.own().get(key));
    return new TextSettings(
        key,
        TextArea.of(key),
        main.find(key).orElse(""),
        Optional.ofNullable(page.shipped().get(key)),
        worded.map(OwnText::pattern),
        worded.map(OwnText::version).orElse(0L),
        page.patternsOf(key).stream()
            .flatMap(pattern -> TextPattern.arguments(pattern).stream())
            .distinct()
            .sorted()
            .toList());
  }

  /** How far each language is. */
  public List<LanguageProgress> listProgress() {
    List<TextLanguage> noted = own.languages();
    return shipped.languages().stream().map(tag -> progress(tag, noted)).toList();
  }

  private LanguageProgress progress(String tag, List<TextLanguage> noted) {
    TextBook.Page page = book.page(tag);
    return new LanguageProgress(
        tag,
        page.keys().size(),
        (int) page.keys().stream().filter(key -> page.find(key).isPresent()).count(),
        (int) page.own().keySet().stream().filter(page.keys()::contains).count(),
        noted.stream()
            .filter(language -> language.tag().equals(tag))
            .findFirst()
            .flatMap(TextLanguage::nativeCheck));
  }

  /** What a list of texts would change, without changing it. */
  public TextComparison compare(String language, List<TextLine> lines) {
    return book.compare(language, lines);
  }

  /** What speaks against a pattern for a text. */
  public Optional<Refusal> findObjection(String language, String key, String pattern) {
    return book.page(language).findObjection(key, TextPattern.tidy(pattern));
  }
}

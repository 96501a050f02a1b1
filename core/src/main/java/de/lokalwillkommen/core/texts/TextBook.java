package de.lokalwillkommen.core.texts;

import de.lokalwillkommen.core.kernel.MainLanguage;
import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** All texts of one transaction: those that are shipped with those that are worded here. */
@Dependent
class TextBook {

  private ShippedTexts shipped;
  private OwnTexts own;

  protected TextBook() {}

  @Inject
  TextBook(ShippedTexts shipped, OwnTexts own) {
    this.shipped = shipped;
    this.own = own;
  }

  /**
   * The texts of one language.
   *
   * @param tag the language
   * @param main the shipped patterns in German, by key
   * @param shipped the shipped patterns of the language, by key
   * @param own the texts of the language that are worded here, by key
   * @param keys all keys that have a text in German
   */
  record Page(
      String tag,
      Map<String, String> main,
      Map<String, String> shipped,
      Map<String, OwnText> own,
      Set<String> keys) {

    Optional<String> find(String key) {
      return Optional.ofNullable(own.get(key))
          .map(OwnText::pattern)
          .or(() -> Optional.ofNullable(shipped.get(key)));
    }

    /** What speaks against a pattern for that key. */
    Optional<Refusal> findObjection(String key, String pattern) {
      if (!keys.contains(key)) {
        return Optional.of(Refusal.of(Kind.UNKNOWN, "text.unknown"));
      }
      return TextPattern.findObjection(pattern, tag, patternsOf(key));
    }

    List<String> patternsOf(String key) {
      return Stream.of(main, shipped).flatMap(texts -> Stream.ofNullable(texts.get(key))).toList();
    }
  }

  /**
   * The texts of a language.
   *
   * @throws de.lokalwillkommen.core.kernel.Refused {@code UNKNOWN} if texts cannot have it
   */
  Page page(String language) {
    if (!shipped.languages().contains(language)) {
      throw Refusal.of(Kind.UNKNOWN, "language.unknown").asException();
    }
    Map<String, OwnText> worded = new HashMap<>();
    Map<String, String> main = shipped.patterns(MainLanguage.TAG);
    Set<String> keys = new TreeSet<>(main.keySet());
    for (OwnText text : own.list()) {
      if (text.language().equals(MainLanguage.TAG)) {
        keys.add(text.key());
      }
      if (text.language().equals(language)) {
        worded.put(text.key(), text);
      }
    }
    return new Page(language, main, shipped.patterns(language), worded, keys);
  }

  /** Compares lines with the texts that apply; a key that comes twice is at fault. */
  TextComparison compare(String language, List<TextLine> lines) {
    long version = own.version();
    Page page = page(language);
    List<TextChange> changes = new ArrayList<>();
    List<TextFault> faults = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    int unchanged = 0;
    for (TextLine line : lines) {
      String pattern = TextPattern.tidy(line.pattern());
      Optional<Refusal> objection =
          seen.add(line.key())
              ? page.findObjection(line.key(), pattern)
              : Optional.of(Refusal.of(Kind.INVALID, "text.twice"));
      Optional<String> present = page.find(line.key());
      if (objection.isPresent()) {
        faults.add(new TextFault(line.line(), line.key(), objection.get()));
      } else if (present.filter(pattern::equals).isPresent()) {
        unchanged++;
      } else {
        changes.add(new TextChange(line.line(), line.key(), present, pattern));
      }
    }
    return new TextComparison(version, changes, unchanged, faults);
  }
}

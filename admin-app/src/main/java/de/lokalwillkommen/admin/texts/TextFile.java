package de.lokalwillkommen.admin.texts;

import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.core.texts.TextLine;
import java.util.List;

/** A file with texts in one of two forms. */
final class TextFile {

  /** The most texts of a file, several times as many as there are. */
  static final int MOST_TEXTS = 2_000;

  /** The most characters of a file. */
  static final int MOST_CHARACTERS = 500_000;

  private TextFile() {}

  /**
   * The texts in a file.
   *
   * @param language the tag of the language that they have to be in
   * @throws de.lokalwillkommen.core.kernel.Refused {@code INVALID} if it has none of both forms, is
   *     too large, or is in another language
   */
  static List<TextLine> read(String content, String language) {
    if (content.length() > MOST_CHARACTERS) {
      throw refused("text.fileTooLarge");
    }
    // a file may begin with a byte order mark
    String file = content.replaceFirst("^\uFEFF", "").stripTrailing();
    List<TextLine> lines =
        file.stripLeading().startsWith("<")
            ? XliffFile.read(file, language)
            : PropertiesFile.read(file);
    if (lines.isEmpty()) {
      throw refused("text.fileEmpty");
    }
    if (lines.size() > MOST_TEXTS) {
      throw refused("text.fileTooLarge");
    }
    return lines;
  }

  static RuntimeException refused(String key, Object... arguments) {
    return Refusal.of(Kind.INVALID, key, arguments).with("field", "file").asException();
  }
}

package de.lokalwillkommen.admin.texts;

import de.lokalwillkommen.core.texts.TextLine;
import de.lokalwillkommen.core.texts.TextSettings;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** Texts as a properties file in UTF-8: a key, an equals sign and the pattern in each line. */
final class PropertiesFile {

  private PropertiesFile() {}

  /** A text that is missing stands there as a comment, with what it says in German. */
  static String write(List<TextSettings> texts) {
    StringBuilder file = new StringBuilder();
    for (TextSettings text : texts) {
      file.append(
          text.present()
              .map(pattern -> text.key() + '=' + escaped(pattern) + '\n')
              .orElseGet(() -> "# " + text.key() + '=' + escaped(text.main()) + '\n'));
    }
    return file.toString();
  }

  /** Texts are in one line and do not begin with a blank, so that only one character is special. */
  private static String escaped(String pattern) {
    return pattern.replace("\\", "\\\\");
  }

  /**
   * @throws de.lokalwillkommen.core.kernel.Refused {@code INVALID} if an escape is malformed
   */
  static List<TextLine> read(String file) {
    List<TextLine> lines = new ArrayList<>();
    String[] rows = file.split("\\R", -1);
    for (int i = 0; i < rows.length; i++) {
      int first = i + 1;
      StringBuilder whole = new StringBuilder(rows[i]);
      while (isContinued(rows[i]) && i + 1 < rows.length) {
        i++;
        whole.append('\n').append(rows[i]);
      }
      Properties one = parse(whole.toString(), first);
      one.stringPropertyNames()
          .forEach(key -> lines.add(new TextLine(first, key, one.getProperty(key))));
    }
    return lines;
  }

  private static boolean isContinued(String row) {
    int end = row.length();
    while (end > 0 && row.charAt(end - 1) == '\\') {
      end--;
    }
    boolean isComment = row.stripLeading().startsWith("#") || row.stripLeading().startsWith("!");
    return !isComment && (row.length() - end) % 2 == 1;
  }

  private static Properties parse(String text, int line) {
    Properties one = new Properties();
    try {
      one.load(new StringReader(text));
    } catch (IllegalArgumentException malformed) {
      throw TextFile.refused("text.fileLine", line);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return one;
  }
}

package de.lokalwillkommen.server.script;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Scripts, styles and documents of all modules are formatted as Prettier formats them, which runs
 * in Chromium and needs no Node. With {@code -Dformat.write=true} this formats them.
 */
@DisabledIfSystemProperty(named = "browser.skip", matches = "true")
class FormatTest {

  private static final String COMMAND =
      "mvn -o -q verify -pl server -am -DskipITs -Dprepare.skip -Dtest=FormatTest"
          + " -Dsurefire.failIfNoSpecifiedTests=false -Dformat.write=true";

  private static final ScriptPages PAGES = new ScriptPages();
  private static final Page PAGE = PAGES.open("shared");

  @AfterAll
  static void close() {
    PAGES.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"js", "css", "md"})
  void everyFileIsFormatted(String extension) throws IOException {
    List<Path> files = Sources.with(extension);
    List<String> differences = new ArrayList<>();
    for (Path file : files) {
      String written = Files.readString(file);
      String formatted = format(written, extension);
      if (Boolean.getBoolean("format.write")) {
        Files.writeString(file, formatted);
      } else if (!formatted.equals(written)) {
        differences.add(firstDifference(file, written, formatted));
      }
    }
    assertThat(files).isNotEmpty();
    assertThat(differences).as("format them: " + COMMAND).isEmpty();
  }

  @Test
  void aTableStaysAsItIsWrittenAndProseIsWrapped() {
    String table = "| a | b |\n|---|---|\n| long | x |\n";
    String prose = "word ".repeat(30).strip() + "\n";

    assertThat(format(prose + "\n" + table, "md"))
        .isEqualTo("word ".repeat(24).strip() + "\n" + "word ".repeat(6).strip() + "\n\n" + table);
  }

  private static String format(String text, String extension) {
    return (String)
        PAGE.evaluate(
            "async ([text, extension]) =>"
                + " (await import(\"/test/formatting.js\")).format(text, extension)",
            List.of(text, extension));
  }

  private static String firstDifference(Path file, String written, String formatted) {
    List<String> is = written.lines().toList();
    List<String> should = formatted.lines().toList();
    int same = 0;
    while (same < Math.min(is.size(), should.size()) && is.get(same).equals(should.get(same))) {
      same++;
    }
    return "%s:%d%n is:     %s%n should: %s%n"
        .formatted(file, same + 1, lineOf(is, same), lineOf(should, same));
  }

  private static String lineOf(List<String> lines, int index) {
    return index < lines.size() ? lines.get(index) : "(the end)";
  }
}

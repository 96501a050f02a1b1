package de.lokalwillkommen.display;

import static org.assertj.core.api.Assertions.assertThat;

import de.lokalwillkommen.web.text.Language;
import de.lokalwillkommen.web.text.PageTextsCheck;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class PageTextsTest extends PageTextsCheck {

  private static final Pages TEMPLATES =
      new Pages(
          Path.of("src/main/resources"),
          ".html",
          Pattern.compile("\\{\\{t\\.([\\w.]+)}}"),
          Pattern.compile("\\{\\{[^}]*}}"));

  private static final Set<String> NAMES =
      Set.of("lokal", "willkommen", "lokal willkommen", "DEMO");

  PageTextsTest() {
    super("display", TEMPLATES);
  }

  @Override
  protected boolean isName(String text) {
    return NAMES.contains(text.replaceAll("^[·\\s]+", ""));
  }

  /** A template has no arguments for a text. */
  @Test
  void whatATemplateNamesIsCompleteByItself() {
    List<String> keys = found(TEMPLATES.key(), TEMPLATES.folder(), TEMPLATES.suffix());

    assertThat(keys).hasSizeGreaterThan(20);
    for (Language language : texts.languages()) {
      assertThat(keys).allMatch(key -> texts.namesNothing(language, key));
    }
  }
}

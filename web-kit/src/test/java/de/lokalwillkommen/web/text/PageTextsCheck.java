package de.lokalwillkommen.web.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.text.PluralRules;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every text of an application's pages comes from a bundle and exists in every language. Each
 * application has a test that inherits this and adds its own checks; it runs in the application's
 * folder.
 */
public abstract class PageTextsCheck {

  /** The pages of the application. */
  protected static final Path PAGES = Path.of("src/main/webapp");

  /**
   * How pages of one kind name texts.
   *
   * @param folder where the pages lie
   * @param suffix how their files' names end
   * @param key finds the keys; in its first group the key, in the second, if any, what follows if
   *     it is only begun
   * @param expression all that is no text by itself
   */
  public record Pages(Path folder, String suffix, Pattern key, Pattern expression) {}

  private static final Pages FACES =
      new Pages(
          PAGES,
          ".xhtml",
          Pattern.compile("t\\.of\\('([^']+)'(\\.concat)?"),
          Pattern.compile("#\\{[^}]*}"));

  private static final Pattern COMMENT = Pattern.compile("<!--.*?-->", Pattern.DOTALL);
  private static final Pattern BETWEEN_TAGS = Pattern.compile(">([^<]*)<");
  private static final Pattern SPOKEN_ATTRIBUTE =
      Pattern.compile(
          "(?:aria-label|alt|title|placeholder|header|itemLabel|requiredMessage)=\"([^\"]*)\"");
  private static final Pattern PLURAL = Pattern.compile("\\{0, plural, ");

  /** The texts of the application. */
  protected final Texts texts;

  private final Path bundles;
  private final Pages pages;

  /**
   * @param application its name, as in {@link Texts#of}
   */
  protected PageTextsCheck(String application) {
    this(application, FACES);
  }

  /**
   * @param application its name, as in {@link Texts#of}
   * @param pages its pages
   */
  protected PageTextsCheck(String application, Pages pages) {
    this.pages = pages;
    this.texts = Texts.of(application);
    this.bundles = bundlesOf(application);
  }

  /** The texts that visitors meet are beside those that are shared. */
  private static Path bundlesOf(String application) {
    Path bundles = Path.of("src/main/resources/de/lokalwillkommen", application);
    boolean isHere = Files.exists(bundles.resolve("messages_de.properties"));
    return isHere ? bundles : Path.of("../web-kit").resolve(bundles);
  }

  @Test
  void everyLanguageWithAFileIsComplete() throws IOException {
    try (Stream<Path> files = Files.list(bundles)) {
      assertThat(texts.languages())
          .extracting(language -> "messages_" + language.tag() + ".properties")
          .containsExactlyInAnyOrderElementsOf(
              files
                  .filter(Files::isRegularFile)
                  .map(file -> file.getFileName().toString())
                  .toList());
    }
  }

  @Test
  void everyKeyOnAPageExists() {
    List<String> used = new ArrayList<>();
    for (Path page : files(pages.folder(), pages.suffix())) {
      Matcher key = pages.key().matcher(read(page));
      while (key.find()) {
        if (key.groupCount() < 2 || key.group(2) == null) {
          used.add(key.group(1));
        }
      }
    }
    assertThat(used).isNotEmpty().allMatch(texts::has);
  }

  @Test
  void noPageSpeaksByItself() {
    for (Path page : files(pages.folder(), pages.suffix())) {
      String markup = COMMENT.matcher(read(page)).replaceAll("");
      assertThat(wordsIn(BETWEEN_TAGS.matcher(markup))).as(page.toString()).isEmpty();
      assertThat(wordsIn(SPOKEN_ATTRIBUTE.matcher(markup))).as(page.toString()).isEmpty();
    }
  }

  @Test
  void noPageCarriesInlineScriptOrStyle() {
    for (Path page : files(pages.folder(), pages.suffix())) {
      assertThat(read(page))
          .as(page.toString())
          .doesNotContain(" style=\"", " onclick=\"", "<style");
    }
  }

  @Test
  void everyPatternCanBeSaidWithAllPluralForms() {
    for (Language language : texts.languages()) {
      PluralRules rules = PluralRules.forLocale(language.locale());
      for (Map.Entry<String, String> text : texts.patterns(language).entrySet()) {
        String name = language.tag() + " " + text.getKey();
        MessageFormat format = new MessageFormat(text.getValue(), language.locale());
        assertThat(format.format(new Object[] {7, 8})).as(name).isNotBlank();
        if (PLURAL.matcher(text.getValue()).find()) {
          assertThat(rules.getKeywords())
              .as(name)
              .allMatch(form -> text.getValue().contains(form + " {"));
        }
      }
    }
  }

  /** Whether a text is a name, which is the same in every language; by default none is. */
  protected boolean isName(String text) {
    return false;
  }

  /** The matches of the first group of a pattern in all files of a folder whose names end so. */
  protected static List<String> found(Pattern pattern, Path folder, String suffix) {
    List<String> found = new ArrayList<>();
    for (Path file : files(folder, suffix)) {
      pattern.matcher(read(file)).results().map(r -> r.group(1)).forEach(found::add);
    }
    return found;
  }

  private List<String> wordsIn(Matcher matcher) {
    List<String> words = new ArrayList<>();
    while (matcher.find()) {
      String literal = pages.expression().matcher(matcher.group(1)).replaceAll("");
      if (literal.codePoints().anyMatch(Character::isLetter) && !isName(literal.strip())) {
        words.add(literal.strip());
      }
    }
    return words;
  }

  private static List<Path> files(Path folder, String suffix) {
    try (Stream<Path> files = Files.walk(folder)) {
      List<Path> found = files.filter(file -> file.toString().endsWith(suffix)).toList();
      assertThat(found).isNotEmpty();
      return found;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

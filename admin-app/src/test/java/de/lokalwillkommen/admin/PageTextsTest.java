package de.lokalwillkommen.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.text.PluralRules;
import de.lokalwillkommen.core.calling.LineView;
import de.lokalwillkommen.core.staff.Presence;
import de.lokalwillkommen.core.ticketing.TicketStatus;
import de.lokalwillkommen.web.text.Language;
import de.lokalwillkommen.web.text.Texts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every text of the pages comes from a bundle, and is there in every language. */
class PageTextsTest {

  private static final Path PAGES = Path.of("src/main/webapp");
  private static final Path CODE = Path.of("src/main/java/de/lokalwillkommen/admin");
  private static final Path BUNDLES = Path.of("src/main/resources/de/lokalwillkommen/admin");
  private static final Pattern KEY = Pattern.compile("t\\.of\\('([^']+)'(\\.concat)?");
  private static final Pattern COMMAND = Pattern.compile("<lw:command command=\"([^\"]+)\"");
  private static final Pattern EMPTY = Pattern.compile("<lw:empty name=\"([^\"]+)\"");
  private static final Pattern DEED = Pattern.compile("done(?:ForGood)?\\(\\s*\"([^\"]+)\"");
  private static final Pattern NEWS = Pattern.compile("tell\\(\"([^\"]+)\"\\)");
  private static final Pattern COMMENT = Pattern.compile("<!--.*?-->", Pattern.DOTALL);
  private static final Pattern BETWEEN_TAGS = Pattern.compile(">([^<]*)<");
  private static final Pattern SPOKEN_ATTRIBUTE =
      Pattern.compile(
          "(?:aria-label|alt|title|placeholder|header|itemLabel|requiredMessage)=\"([^\"]*)\"");
  private static final Pattern PLURAL = Pattern.compile("\\{0, plural, ");

  private final Texts texts = Texts.of("admin");

  @Test
  void everyLanguageWithAFileIsComplete() throws IOException {
    try (Stream<Path> files = Files.list(BUNDLES)) {
      assertThat(texts.languages())
          .extracting(language -> "messages_" + language.tag() + ".properties")
          .containsExactlyInAnyOrderElementsOf(
              files.map(file -> file.getFileName().toString()).toList());
    }
  }

  @Test
  void everyKeyOnAPageExists() {
    List<String> used = new ArrayList<>();
    for (Path page : files(PAGES, ".xhtml")) {
      Matcher key = KEY.matcher(read(page));
      while (key.find()) {
        if (key.group(2) == null) {
          used.add(key.group(1));
        }
      }
    }
    assertThat(used).isNotEmpty().allMatch(texts::has);
  }

  @Test
  void everyCommandAndEveryEmptyTableHasItsWords() {
    assertThat(found(COMMAND, PAGES, ".xhtml"))
        .isNotEmpty()
        .allMatch(command -> texts.has("do." + command));
    assertThat(found(EMPTY, PAGES, ".xhtml"))
        .isNotEmpty()
        .allMatch(name -> texts.has("empty." + name) && texts.has("empty." + name + ".hint"));
  }

  @Test
  void everyDeedHasItsWords() {
    assertThat(found(DEED, CODE, ".java")).isNotEmpty().allMatch(deed -> texts.has("deed." + deed));
    assertThat(found(NEWS, CODE, ".java")).isNotEmpty().allMatch(texts::has);
  }

  @Test
  void everyConstantHasItsWords() {
    for (TicketStatus status : TicketStatus.values()) {
      assertThat(texts.has("status." + status)).as("status." + status).isTrue();
    }
    for (Presence presence : Presence.values()) {
      assertThat(texts.has("presence." + presence)).as("presence." + presence).isTrue();
      assertThat(texts.has("deed.presence." + presence)).as("deed.presence." + presence).isTrue();
    }
    assertThat(LineView.Light.values()).allMatch(light -> texts.has("light." + light));
    assertThat(Referral.values()).allMatch(referral -> texts.has("referral." + referral));
    assertThat(TransferForm.Way.values()).allMatch(way -> texts.has("transfer.way." + way));
    assertThat(List.of("longest", "cameAfter", "needs", "handedOn"))
        .allMatch(why -> texts.has("why." + why));
    assertThat(List.of("403", "404", "500"))
        .allMatch(status -> texts.has("problem.page." + status));
  }

  @Test
  void everyCommandOfThePageIsAMethod() {
    assertThat(new ConsolePage().getCommands())
        .isSubsetOf(
            Arrays.stream(ConsolePage.class.getDeclaredMethods()).map(m -> m.getName()).toList());
  }

  @Test
  void noPageSpeaksByItself() {
    for (Path page : files(PAGES, ".xhtml")) {
      String markup = COMMENT.matcher(read(page)).replaceAll("");
      assertThat(wordsIn(BETWEEN_TAGS.matcher(markup))).as(page.toString()).isEmpty();
      assertThat(wordsIn(SPOKEN_ATTRIBUTE.matcher(markup))).as(page.toString()).isEmpty();
    }
  }

  @Test
  void noPageCarriesInlineScriptOrStyle() {
    for (Path page : files(PAGES, ".xhtml")) {
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
        MessageFormat format = new MessageFormat(text.getValue(), language.locale());
        assertThat(format.format(new Object[] {7, 8})).isNotBlank();
        if (PLURAL.matcher(text.getValue()).find()) {
          assertThat(text.getValue()).as(text.getKey()).contains("other {");
          assertThat(rules.select(2)).isIn(rules.getKeywords());
        }
      }
    }
  }

  private static List<String> found(Pattern pattern, Path folder, String suffix) {
    List<String> found = new ArrayList<>();
    for (Path file : files(folder, suffix)) {
      pattern.matcher(read(file)).results().map(r -> r.group(1)).forEach(found::add);
    }
    return found;
  }

  private static List<String> wordsIn(Matcher matcher) {
    List<String> words = new ArrayList<>();
    while (matcher.find()) {
      String literal = matcher.group(1).replaceAll("#\\{[^}]*}", "");
      if (literal.codePoints().anyMatch(Character::isLetter)) {
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

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package de.lokalwillkommen.kiosk;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.text.PluralRules;
import de.lokalwillkommen.core.ticketing.TicketStatus;
import de.lokalwillkommen.web.text.Language;
import de.lokalwillkommen.web.text.Texts;
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

/** Every text of the pages comes from a bundle, and is there in every language. */
class PageTextsTest {

  private static final Path PAGES = Path.of("src/main/webapp");
  private static final Path BUNDLES = Path.of("src/main/resources/de/lokalwillkommen/kiosk");
  private static final Pattern KEY = Pattern.compile("t\\.of\\('([^']+)'(\\.concat)?");
  private static final Pattern BETWEEN_TAGS = Pattern.compile(">([^<]*)<");
  private static final Pattern SPOKEN_ATTRIBUTE =
      Pattern.compile("(?:aria-label|alt|title|placeholder)=\"([^\"]*)\"");
  private static final Pattern PLURAL = Pattern.compile("\\{0, plural, ");

  private final Texts texts = Texts.of("kiosk");

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
    for (Path page : pages()) {
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
  void everyStateAidAndStepHasItsWords() {
    for (TicketStatus status : TicketStatus.values()) {
      assertThat(texts.has("says." + status)).as("says." + status).isTrue();
      if (status != TicketStatus.WAITING) {
        assertThat(texts.has("state." + status)).as("state." + status).isTrue();
      }
      if (status.isOver()) {
        assertThat(texts.has("end." + status)).as("end." + status).isTrue();
      }
    }
    assertThat(Aid.values()).allMatch(aid -> texts.has("aid." + aid.getWord()));
    assertThat(PhonePage.Step.values()).allMatch(step -> texts.has("step." + step));
    assertThat(List.of("office.closed", "office.lastTicket", "office.full"))
        .allMatch(reason -> texts.has("shut." + reason));
  }

  @Test
  void noPageSpeaksByItself() {
    for (Path page : pages()) {
      String markup = read(page);
      assertThat(wordsIn(BETWEEN_TAGS.matcher(markup))).as(page.toString()).isEmpty();
      assertThat(wordsIn(SPOKEN_ATTRIBUTE.matcher(markup))).as(page.toString()).isEmpty();
    }
  }

  @Test
  void everyPatternCanBeSaidWithAllPluralForms() {
    for (Language language : texts.languages()) {
      PluralRules rules = PluralRules.forLocale(language.locale());
      for (Map.Entry<String, String> text : texts.patterns(language).entrySet()) {
        new MessageFormat(text.getValue(), language.locale());
        if (PLURAL.matcher(text.getValue()).find()) {
          assertThat(rules.getKeywords())
              .as(language.tag() + " " + text.getKey())
              .allMatch(form -> text.getValue().contains(form + " {"));
        }
      }
    }
  }

  @Test
  void digitsAreLatinEverywhere() {
    for (Language language : texts.languages()) {
      assertThat(texts.get(language, "home.waiting", 11)).contains("11");
      assertThat(texts.get(language, "ticket.people", 7)).contains("7");
    }
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

  private static List<Path> pages() {
    try (Stream<Path> files = Files.walk(PAGES)) {
      List<Path> pages = files.filter(file -> file.toString().endsWith(".xhtml")).toList();
      assertThat(pages).isNotEmpty();
      return pages;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path page) {
    try {
      return Files.readString(page);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

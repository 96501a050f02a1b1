package de.lokalwillkommen.web.text;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * An unused text would be translated for nothing: every key of every bundle is used in the sources
 * of an application. Runs once for all of them.
 */
class EveryTextIsSaidTest {

  private static final Path PRODUCT = Path.of("..");
  private static final Path SOURCES = Path.of("src", "main");

  /** Beginnings of keys to which a constant is appended, and the files with its enums. */
  private static final Map<String, String> WITH_CONSTANT =
      Map.ofEntries(
          entry("announcement.", "Announcement.java"),
          entry("appointment.", "AppointmentStatus.java"),
          entry("appt.", "AppointmentStatus.java"),
          entry("feedback.presence.", "Presence.java"),
          entry("devices.role.", "DeviceRole.java"),
          entry("devices.state.", "DeviceState.java"),
          entry("end.", "TicketStatus.java"),
          entry(
              "history.action.",
              "AvailabilityAction.java PersonAction.java SecondFactorAction.java WebhookAction.java"),
          entry("history.author.", "AuthorKind.java"),
          entry("leaving.way.", "Parting.java"),
          entry("letter.", "LetterKind.java"),
          entry("light.", "LineView.java"),
          entry("number.act.", "TicketAction.java"),
          entry("number.actor.", "Actor.java"),
          entry("offices.impact.", "OfficeImpact.java"),
          entry("offices.template.", "OfficeTemplate.java"),
          entry("offer.", "OfferStatus.java"),
          entry("offer.end.", "OfferStatus.java"),
          entry("part.", "PartOfDay.java"),
          entry("availability.change.", "AvailabilityAction.java"),
          entry("people.state.", "PersonStatus.java"),
          entry("presence.", "Presence.java"),
          entry("referral.", "Referral.java"),
          entry("role.", "Role.java"),
          entry("says.", "TicketStatus.java"),
          entry("section.", "Section.java"),
          entry("signIn.ended.", "SignInEnd.java"),
          entry("state.", "TicketStatus.java"),
          entry("devices.advice.", "DeviceProblem.java"),
          entry("devices.problem.", "DeviceProblem.java"),
          entry("devices.sound.", "DeviceSound.java"),
          entry("shut.stopped.", "StopReason.java"),
          entry("status.", "TicketStatus.java"),
          entry("step.", "PhonePage.java"),
          entry("texts.area.", "TextArea.java"),
          entry("texts.state.", "TextFilter.java"),
          entry("transfer.there.", "Prospect.java"),
          entry("transfer.way.", "TransferForm.java"),
          entry("webhooks.delivery.", "DeliveryStatus.java"),
          entry("webhooks.problem.", "DeliveryProblem.java"),
          entry("webhooks.status.", "WebhookStatus.java"),
          entry("today.announce.", "Announcement.java"),
          entry("today.stop.", "StopReason.java"),
          entry("letter.why.", "OfficeReason.java"),
          entry("working.why.", "OfficeReason.java"),
          entry("working.step.", "WorkingListPage.java"),
          entry("waiting.part.", "PartOfDay.java"),
          entry("wait.", "WaitlistStatus.java"),
          entry("wait.end.", "WaitlistStatus.java"));

  /** Beginnings to which a word is added that is named elsewhere, such as that of a command. */
  private static final Set<String> WITH_WORD =
      Set.of(
          "aid.",
          "answer.",
          "board.closed.opens.",
          "board.estimate.",
          "checkIn.",
          "day.",
          "claims.done.",
          "devices.done.",
          "feedback.",
          "do.",
          "empty.",
          "estimate.",
          "estimate.brief.",
          "file.",
          "history.action.",
          "history.file.",
          "history.kind.",
          "history.member.",
          "language.name.",
          "legal.",
          "offices.done.",
          "texts.done.",
          "offices.part.",
          "offices.region.",
          "offices.state.",
          "today.done.",
          "topics.audience.",
          "topics.pictogram.",
          "overview.opens.",
          "people.done.",
          "account.done.",
          "availability.done.",
          "availability.list.",
          "availability.school.",
          "setup.step.",
          "shut.",
          "sorry.",
          "takeOver.usual.",
          "topic.",
          "urgent.usual.",
          "waiting.done.",
          "webhooks.done.",
          "webhooks.event.",
          "when.",
          "why.");

  /** The same where only refusals are composed: pages have texts with that beginning, too. */
  private static final Set<String> REFUSED_WITH_WORD =
      Set.of("availability.", "installation.", "office.", "topic.", "webhook.");

  /** Beginnings to which the number of an answer is added. */
  private static final Set<String> WITH_NUMBER =
      Set.of("problem.page.", "problem.title.", "sorry.");

  /** The code that refuses names the rest of the key. */
  private static final String REFUSAL = "refusal.";

  /** The endings that are added to some of these keys. */
  private static final Pattern AFTERWARDS =
      Pattern.compile("\\.(button|code|description|hint|subject|text|ticket)$");

  private static final Pattern KEY = Pattern.compile("(?m)^([\\w.-]+)=");
  private static final Pattern NUMBER = Pattern.compile("[1-5]\\d\\d");
  private static final Pattern CONSTANT = Pattern.compile("(?m)^ +([A-Z][A-Z_]+)(?=\\s*[,;({\\n])");
  private static final Pattern COMMENT =
      Pattern.compile("(?m)^\\s*(?:/?\\*|//).*$|(?s:<!--.*?-->)");
  private static final Pattern WORD = Pattern.compile("['\"]([\\w.-]*[\\w-])(?=['\"])");
  private static final Pattern BEGINNING = Pattern.compile("['\"]((?:\\w+\\.)+)(?=['\"#])");
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{t\\.([\\w.-]+)}}");

  private final List<Path> sources = sources();
  private final Set<String> words =
      Stream.concat(
              all(WORD, ".java", ".xhtml", ".js").stream(), all(PLACEHOLDER, ".html").stream())
          .collect(Collectors.toSet());
  private final Map<String, Set<String>> constants =
      WITH_CONSTANT.values().stream()
          .distinct()
          .collect(Collectors.toMap(files -> files, this::constantsIn));

  @Test
  void everyTextOfEveryBundleIsUsed() {
    Set<String> keys = all(KEY, "/messages_de.properties");

    assertThat(keys).hasSizeGreaterThan(500);
    assertThat(keys.stream().filter(key -> !isSaid(key))).isEmpty();
  }

  @Test
  void everyComposedKeyIsStillComposed() {
    Set<String> beginnings = all(BEGINNING, ".java", ".xhtml");

    assertThat(beginnings)
        .containsAll(WITH_CONSTANT.keySet())
        .containsAll(WITH_WORD)
        .containsAll(REFUSED_WITH_WORD)
        .containsAll(WITH_NUMBER)
        .contains(REFUSAL);
    assertThat(constants.values()).noneMatch(Set::isEmpty);
  }

  @Test
  void aBeginningOfAKeyIsNotAUse() {
    assertThat(
            Stream.of(
                "brand.new",
                "availability.field",
                "status.SLEEPING",
                "feedback.undreamt",
                "problem.title.none",
                "refusal.undreamt",
                "refusal.checkIn.undreamt",
                "topic.undreamt.description"))
        .noneMatch(this::isSaid);
  }

  private Set<String> constantsIn(String files) {
    return all(CONSTANT, Stream.of(files.split(" ")).map("/"::concat).toArray(String[]::new));
  }

  private boolean isSaid(String key) {
    return isNamed(key) || key.startsWith(REFUSAL) && isRefused(key.substring(REFUSAL.length()));
  }

  private boolean isRefused(String key) {
    return isNamed(key)
        || REFUSED_WITH_WORD.stream().anyMatch(b -> rest(key, b).anyMatch(words::contains));
  }

  private boolean isNamed(String key) {
    return words.contains(key)
        || WITH_CONSTANT.entrySet().stream()
            .anyMatch(e -> rest(key, e.getKey()).anyMatch(constants.get(e.getValue())::contains))
        || WITH_WORD.stream().anyMatch(b -> rest(key, b).anyMatch(words::contains))
        || WITH_NUMBER.stream().anyMatch(b -> rest(key, b).anyMatch(NUMBER.asMatchPredicate()));
  }

  /** The words that are added to that beginning, with and without those endings. */
  private static Stream<String> rest(String key, String beginning) {
    if (!key.startsWith(beginning)) {
      return Stream.empty();
    }
    String rest = key.substring(beginning.length());
    return Stream.of(rest, AFTERWARDS.matcher(rest).replaceFirst(""));
  }

  /** The matches of the first group of a pattern in all sources whose paths end so. */
  private Set<String> all(Pattern pattern, String... endings) {
    return sources.stream()
        .filter(file -> Stream.of(endings).anyMatch(file.toString()::endsWith))
        .map(file -> COMMENT.matcher(PageTextsCheck.read(file)).replaceAll(""))
        .flatMap(text -> pattern.matcher(text).results())
        .map(found -> found.group(1))
        .collect(Collectors.toSet());
  }

  /** The sources of all modules, and nothing that was built from them. */
  private static List<Path> sources() {
    try (Stream<Path> modules = Files.list(PRODUCT)) {
      return modules
          .map(module -> module.resolve(SOURCES))
          .filter(Files::isDirectory)
          .flatMap(EveryTextIsSaidTest::filesIn)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<Path> filesIn(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package de.lokalwillkommen.admin.history;

import de.lokalwillkommen.admin.page.DaysInWords;
import de.lokalwillkommen.admin.page.SpokenLanguages;
import de.lokalwillkommen.core.offices.OfficeDirectory;
import de.lokalwillkommen.core.offices.OfficeProfile;
import de.lokalwillkommen.core.people.ManagingPeople;
import de.lokalwillkommen.core.staff.Organisation;
import de.lokalwillkommen.web.text.Moments;
import de.lokalwillkommen.web.text.PageTexts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonNumber;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Says the values of the history in the reader's language. A word that this version does not know,
 * as a newer one writes it, stays as it is.
 */
@RequestScoped
public class ValuesInWords {

  private static final String DAY_AND_TIME = "yMMMdHm";
  private static final int MINUTES_OF_A_DAY = 24 * 60;
  private static final String LIST = ", ";

  /** As {@code 1 09:00-12:00 /2 2026-11-02 >= 2026-11-02 <= 2026-12-31}. */
  private static final Pattern OPENING =
      Pattern.compile(
          "([1-7]) (\\d\\d:\\d\\d)-(\\d\\d:\\d\\d)(?: /(\\d+) (\\S+))?(?: >= (\\S+))?(?: <= (\\S+))?");

  /** Members whose words are constants, and the beginnings of their texts. */
  private static final Map<String, String> BEGINNINGS =
      Map.of(
          "roles", "role.",
          "role", "devices.role.",
          "stop", "today.stop.",
          "announcement", "today.announce.",
          "why", "working.why.",
          "referral", "referral.",
          "events", "webhooks.event.",
          "audience", "topics.audience.",
          "pictogram", "topics.pictogram.");

  private OfficeDirectory offices;
  private ManagingPeople people;
  private SpokenLanguages languages;
  private PageTexts texts;
  private List<Organisation> organisations;

  protected ValuesInWords() {}

  @Inject
  ValuesInWords(
      OfficeDirectory offices, ManagingPeople people, SpokenLanguages languages, PageTexts texts) {
    this.offices = offices;
    this.people = people;
    this.languages = languages;
    this.texts = texts;
  }

  /** The name of a member of a state. */
  String name(String kind, String member) {
    if (member.isEmpty()) {
      return texts.of("history.entry");
    }
    // the words of an announcement by language
    return kind.equals("officeday") && languages.includes(member)
        ? language(member)
        : said("history.member.", member);
  }

  /** The key of what was changed. */
  String key(String kind, String key) {
    return switch (kind) {
      case "topic" -> said("topic.", key);
      case "organisation" -> organisation(key);
      default -> moment(key);
    };
  }

  /** The value of a member. */
  String say(String kind, String member, JsonValue value) {
    return switch (value.getValueType()) {
      case TRUE -> texts.of("history.yes");
      case FALSE -> texts.of("history.no");
      case NUMBER -> number(member, ((JsonNumber) value).intValue());
      case STRING -> words(kind, member, ((JsonString) value).getString());
      case ARRAY ->
          value.asJsonArray().stream()
              .map(one -> say(kind, member, one))
              .collect(Collectors.joining(LIST));
      case OBJECT ->
          value.asJsonObject().entrySet().stream()
              .map(one -> said("topic.", one.getKey()) + ": " + say(kind, "", one.getValue()))
              .collect(Collectors.joining(LIST));
      case NULL -> "";
    };
  }

  private String number(String member, int number) {
    return switch (member) {
      case "weekday" ->
          number < 1 || number > DayOfWeek.values().length
              ? Integer.toString(number)
              : DaysInWords.weekday(DayOfWeek.of(number), texts.getLanguage());
      case "from", "until" ->
          number == MINUTES_OF_A_DAY ? "24:00" : LocalTime.MIN.plusMinutes(number).toString();
      default -> Integer.toString(number);
    };
  }

  private String words(String kind, String member, String text) {
    return switch (member) {
      case "topic", "topics", "topicOrder" -> each(text, topic -> said("topic.", topic));
      case "topicMinutes" -> minutes(text);
      case "language", "languages", "kioskLanguages" -> each(text, this::language);
      case "office", "offices" -> office(text);
      case "elsewhere" -> elsewhere(text);
      case "organisation" -> organisation(text);
      case "hours" -> hours(text);
      case "region" -> said("offices.region.", text.toLowerCase(Locale.ROOT));
      case "status" -> said(kind.equals("webhook") ? "webhooks.status." : "people.state.", text);
      default ->
          Optional.ofNullable(BEGINNINGS.get(member))
              .map(beginning -> said(beginning, text))
              .orElseGet(() -> moment(text));
    };
  }

  private static String each(String list, UnaryOperator<String> name) {
    return Arrays.stream(list.split(LIST)).map(name).collect(Collectors.joining(LIST));
  }

  private String language(String tag) {
    return languages.includes(tag)
        ? languages.nameOf(languages.get(tag), texts.getLanguage())
        : tag;
  }

  private String office(String id) {
    return offices.find(id).map(OfficeProfile::name).orElse(id);
  }

  /** As {@code eving/COUNSELLOR}. */
  private String elsewhere(String text) {
    int between = text.indexOf('/');
    return between < 0
        ? text
        : texts.of(
            "people.elsewhere.role",
            office(text.substring(0, between)),
            said("role.", text.substring(between + 1)));
  }

  private String organisation(String id) {
    if (organisations == null) {
      organisations = people.listOrganisations();
    }
    return organisations.stream()
        .filter(organisation -> organisation.id().equals(id))
        .map(Organisation::name)
        .findFirst()
        .orElse(id);
  }

  /** As {@code housing 30}. */
  private String minutes(String text) {
    int blank = text.lastIndexOf(' ');
    return blank < 0 ? text : said("topic.", text.substring(0, blank)) + text.substring(blank);
  }

  private String hours(String text) {
    Matcher times = OPENING.matcher(text);
    if (!times.matches()) {
      return text;
    }
    DayOfWeek day = DayOfWeek.of(Integer.parseInt(times.group(1)));
    return Stream.of(
            Optional.of(
                texts.of(
                    "history.hours",
                    DaysInWords.weekday(day, texts.getLanguage()),
                    times.group(2),
                    times.group(3))),
            Optional.ofNullable(times.group(4))
                .map(n -> texts.of("history.hours.rhythm", n, moment(times.group(5)))),
            Optional.ofNullable(times.group(6))
                .map(from -> texts.of("history.hours.from", moment(from))),
            Optional.ofNullable(times.group(7))
                .map(until -> texts.of("history.hours.until", moment(until))))
        .flatMap(Optional::stream)
        .collect(Collectors.joining(" "));
  }

  /** A day, or a day with its time on some clock, in words; other texts stay as they are. */
  private String moment(String text) {
    try {
      if (text.matches("\\d{4}-\\d\\d-\\d\\d")) {
        return DaysInWords.day(LocalDate.parse(text), texts.getLanguage());
      }
      if (text.matches("\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z?")) {
        Instant at =
            text.endsWith("Z")
                ? Instant.parse(text)
                : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
        return Moments.say(DAY_AND_TIME, at, ZoneOffset.UTC, texts.getLanguage());
      }
      return text;
    } catch (DateTimeException notOne) {
      return text;
    }
  }

  /** The text of a word; the word itself if a newer version has written it. */
  String said(String beginning, String word) {
    return texts.has(beginning + word) ? texts.of(beginning + word) : word;
  }
}

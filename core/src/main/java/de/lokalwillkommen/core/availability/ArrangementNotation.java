package de.lokalwillkommen.core.availability;

import de.lokalwillkommen.core.kernel.PlainText;
import de.lokalwillkommen.core.kernel.Refused;
import de.lokalwillkommen.core.timetable.Arrangement;
import de.lokalwillkommen.core.timetable.ClosedDays;
import de.lokalwillkommen.core.timetable.FewerDesks;
import de.lokalwillkommen.core.timetable.OfficeTerms;
import de.lokalwillkommen.core.timetable.UnknownArrangement;
import de.lokalwillkommen.core.timetable.WeeklyHours;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * How arrangements are written into the history: a JSON object with the version of the notation and
 * the kind of the arrangement. A new member that older entries lack gets a default here when they
 * are read; a member that changes an entry's meaning for readers that do not know it raises {@link
 * #VERSION}. Entries are never rewritten, so every older version stays readable.
 */
final class ArrangementNotation {

  private static final int VERSION = 1;
  private static final String VERSION_MEMBER = "v";
  private static final String KIND = "kind";
  private static final String WEEKLY = "weekly";
  private static final String FEWER = "fewer";
  private static final String CLOSED = "closed";
  private static final String TERMS = "terms";

  // looking the provider up costs more than reading an entry
  private static final JsonProvider JSON = JsonProvider.provider();

  private ArrangementNotation() {}

  /** An arrangement as the history keeps it; {@link #find} reads it again. */
  static String write(Arrangement arrangement) {
    // Java 17 has no switch over types yet
    if (arrangement instanceof WeeklyHours hours) {
      return write(hours);
    }
    if (arrangement instanceof FewerDesks fewer) {
      return write(fewer);
    }
    if (arrangement instanceof ClosedDays days) {
      return write(days);
    }
    return arrangement instanceof OfficeTerms terms
        ? write(terms)
        : ((UnknownArrangement) arrangement).noted();
  }

  /**
   * The arrangement that is noted; an {@link UnknownArrangement} for an entry that this version
   * cannot read, such as one of a newer version.
   *
   * @return empty if nothing is noted
   */
  static Optional<Arrangement> find(String noted) {
    return noted.isEmpty()
        ? Optional.empty()
        : Optional.of(read(noted).orElseGet(() -> new UnknownArrangement(noted)));
  }

  private static Optional<Arrangement> read(String noted) {
    try {
      return noted.charAt(0) == '{' ? read(object(noted)) : FirstNotation.find(noted);
    } catch (DateTimeException
        | NumberFormatException
        | JsonException
        | NullPointerException
        | ClassCastException
        | Refused notReadable) {
      return Optional.empty();
    }
  }

  private static JsonObject object(String noted) {
    try (JsonReader reader = JSON.createReader(new StringReader(noted))) {
      return reader.readObject();
    }
  }

  private static Optional<Arrangement> read(JsonObject noted) {
    if (noted.getInt(VERSION_MEMBER) > VERSION) {
      return Optional.empty();
    }
    return switch (noted.getString(KIND)) {
      case WEEKLY -> Optional.of(weekly(noted));
      case FEWER -> Optional.of(fewer(noted));
      case CLOSED -> Optional.of(closed(noted));
      case TERMS -> Optional.of(terms(noted));
      default -> Optional.empty();
    };
  }

  private static JsonObjectBuilder entry(String kind) {
    return JSON.createObjectBuilder().add(VERSION_MEMBER, VERSION).add(KIND, kind);
  }

  private static String write(WeeklyHours hours) {
    JsonObjectBuilder entry =
        entry(WEEKLY)
            .add("weekday", hours.weekday().getValue())
            .add("from", hours.fromMinute())
            .add("until", hours.untilMinute())
            .add("everyWeeks", hours.everyWeeks())
            .add("anchor", hours.anchor().toString())
            .add("validFrom", hours.validFrom().toString())
            .add("slotMinutes", hours.slotMinutes())
            .add("desks", hours.desks())
            .add("internalDesks", hours.internalDesks())
            .add("lateDesks", hours.lateDesks())
            .add("topics", list(hours.topics()))
            .add("languages", list(hours.languages()));
    hours.validUntil().ifPresent(last -> entry.add("validUntil", last.toString()));
    return entry.build().toString();
  }

  private static String write(FewerDesks fewer) {
    return entry(FEWER)
        .add("day", fewer.day().toString())
        .add("from", fewer.fromMinute())
        .add("until", fewer.untilMinute())
        .add("desks", fewer.desks())
        .add("reason", fewer.reason())
        .build()
        .toString();
  }

  private static String write(ClosedDays days) {
    return entry(CLOSED)
        .add("first", days.firstDay().toString())
        .add("last", days.lastDay().toString())
        .add("reason", days.reason())
        .build()
        .toString();
  }

  private static String write(OfficeTerms terms) {
    JsonObjectBuilder slots = JSON.createObjectBuilder();
    new TreeMap<>(terms.slots()).forEach(slots::add);
    JsonObjectBuilder entry =
        entry(TERMS)
            .add("earlyMinutes", terms.earlyMinutes())
            .add("bookingDays", terms.bookingDays())
            .add("lateShareHours", terms.lateShareHours())
            .add("booksOutside", terms.booksOutside())
            .add("slots", slots);
    terms.holdsLimit().ifPresent(limit -> entry.add("holdsLimit", limit));
    return entry.build().toString();
  }

  private static JsonArrayBuilder list(Collection<String> words) {
    return JSON.createArrayBuilder(new TreeSet<>(words));
  }

  private static WeeklyHours weekly(JsonObject noted) {
    return new WeeklyHours(
        DayOfWeek.of(noted.getInt("weekday")),
        noted.getInt("from"),
        noted.getInt("until"),
        noted.getInt("everyWeeks"),
        day(noted, "anchor"),
        day(noted, "validFrom"),
        noted.containsKey("validUntil") ? Optional.of(day(noted, "validUntil")) : Optional.empty(),
        noted.getInt("slotMinutes"),
        noted.getInt("desks"),
        noted.getInt("internalDesks"),
        noted.getInt("lateDesks"),
        words(noted, "topics"),
        words(noted, "languages"));
  }

  private static FewerDesks fewer(JsonObject noted) {
    return new FewerDesks(
        day(noted, "day"),
        noted.getInt("from"),
        noted.getInt("until"),
        noted.getInt("desks"),
        noted.getString("reason"));
  }

  private static ClosedDays closed(JsonObject noted) {
    return new ClosedDays(
        day(noted, "first"), day(noted, "last"), PlainText.of(noted.getString("reason")));
  }

  private static OfficeTerms terms(JsonObject noted) {
    JsonObject slots = noted.getJsonObject("slots");
    return new OfficeTerms(
        noted.getInt("earlyMinutes"),
        noted.getInt("bookingDays"),
        noted.getInt("lateShareHours"),
        noted.getBoolean("booksOutside"),
        noted.containsKey("holdsLimit")
            ? Optional.of(noted.getInt("holdsLimit"))
            : Optional.empty(),
        slots.keySet().stream().collect(Collectors.toMap(topic -> topic, slots::getInt)));
  }

  private static LocalDate day(JsonObject noted, String member) {
    return LocalDate.parse(noted.getString(member));
  }

  private static Set<String> words(JsonObject noted, String member) {
    return noted.getJsonArray(member).getValuesAs(JsonString.class).stream()
        .map(JsonString::getString)
        .collect(Collectors.toSet());
  }
}

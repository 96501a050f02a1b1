package de.lokalwillkommen.admin.availability;

import com.ibm.icu.text.DateFormat;
import com.ibm.icu.text.DateFormatSymbols;
import com.ibm.icu.text.DateIntervalFormat;
import com.ibm.icu.text.DisplayContext;
import com.ibm.icu.util.DateInterval;
import com.ibm.icu.util.TimeZone;
import de.lokalwillkommen.admin.page.SpokenLanguages;
import de.lokalwillkommen.core.timetable.Arrangement;
import de.lokalwillkommen.core.timetable.ClosedDays;
import de.lokalwillkommen.core.timetable.FewerDesks;
import de.lokalwillkommen.core.timetable.OfficeTerms;
import de.lokalwillkommen.core.timetable.WeeklyHours;
import de.lokalwillkommen.web.text.Language;
import de.lokalwillkommen.web.text.Moments;
import de.lokalwillkommen.web.text.Texts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Describes an office's hours for appointments in the reader's language. */
@ApplicationScoped
public class AvailabilityInWords {

  private static final String BETWEEN = " · ";
  private static final String RIGHT_TO_LEFT_MARK = "\u200f";
  private static final int HOUR = 60;

  private Texts texts;
  private SpokenLanguages languages;

  protected AvailabilityInWords() {}

  @Inject
  AvailabilityInWords(Texts texts, SpokenLanguages languages) {
    this.texts = texts;
    this.languages = languages;
  }

  /** The name of a weekday. */
  String weekday(DayOfWeek day, Language reader) {
    String[] names =
        DateFormatSymbols.getInstance(reader.locale())
            .getWeekdays(DateFormatSymbols.STANDALONE, DateFormatSymbols.WIDE);
    // ICU counts from Sunday, which is 1
    return names[day.getValue() % 7 + 1];
  }

  /** A day with its weekday. */
  public String day(LocalDate day, Language reader) {
    return format("yMMMEd", reader).format(date(day));
  }

  /** A day without its weekday. */
  String date(LocalDate day, Language reader) {
    return format("yMMMd", reader).format(date(day));
  }

  /** Day and month alone, to be written from left to right in every language. */
  public String shortDay(LocalDate day, Language reader) {
    return format("Md", reader).format(date(day)).replace(RIGHT_TO_LEFT_MARK, "");
  }

  /** From the first day of a week to its last. */
  String week(CalendarWeek week, Language reader) {
    DateIntervalFormat format = DateIntervalFormat.getInstance("yMMMMd", reader.locale());
    format.setTimeZone(TimeZone.GMT_ZONE);
    return format.format(
        new DateInterval(date(week.first()).getTime(), date(week.last()).getTime()));
  }

  /** Day and time on the clock of an office. */
  String moment(Instant at, ZoneId zone, Language reader) {
    return Moments.say("yMMMEdHm", at, zone, reader);
  }

  /** A minute of the day as time; the last one is 24:00. */
  static String time(int minute) {
    return String.format(Locale.ROOT, "%02d:%02d", minute / HOUR, minute % HOUR);
  }

  /** From one minute of the day to another. */
  static String span(int fromMinute, int untilMinute) {
    return time(fromMinute) + "–" + time(untilMinute);
  }

  /**
   * A rule, exception, closure or terms in one line; only that it was changed if no more is known.
   */
  String all(Arrangement arrangement, Language reader) {
    if (arrangement instanceof WeeklyHours hours) {
      return times(hours, reader) + BETWEEN + details(hours, reader);
    }
    if (arrangement instanceof FewerDesks fewer) {
      return all(fewer, reader);
    }
    if (arrangement instanceof ClosedDays closed) {
      return days(closed, reader) + BETWEEN + details(closed, reader);
    }
    return arrangement instanceof OfficeTerms terms
        ? all(terms, reader)
        : texts.get(reader, "availability.change.unknown");
  }

  private String all(OfficeTerms terms, Language reader) {
    List<String> said = new ArrayList<>();
    said.add(texts.get(reader, "availability.terms.says.early", terms.earlyMinutes()));
    said.add(texts.get(reader, "availability.terms.says.days", terms.bookingDays()));
    said.add(texts.get(reader, "availability.terms.says.late", terms.lateShareHours()));
    said.add(
        texts.get(
            reader,
            terms.booksOutside()
                ? "availability.terms.says.outside"
                : "availability.terms.says.insideOnly"));
    said.add(
        terms
            .holdsLimit()
            .map(limit -> texts.get(reader, "availability.terms.says.holds", limit))
            .orElseGet(() -> texts.get(reader, "availability.terms.says.holds.any")));
    terms.slots().entrySet().stream()
        .filter(slots -> texts.has("topic." + slots.getKey()))
        .map(
            slots ->
                texts.get(
                    reader,
                    "availability.terms.says.slots",
                    texts.get(reader, "topic." + slots.getKey()),
                    slots.getValue()))
        .sorted()
        .forEach(said::add);
    return String.join(BETWEEN, said);
  }

  /** The first and the last closed day. */
  String days(ClosedDays closed, Language reader) {
    return closed.firstDay().equals(closed.lastDay())
        ? day(closed.firstDay(), reader)
        : texts.get(
            reader,
            "availability.closure.days",
            day(closed.firstDay(), reader),
            day(closed.lastDay(), reader));
  }

  /** The closure and its reason. */
  String details(ClosedDays closed, Language reader) {
    String said = texts.get(reader, "availability.closed");
    return closed.reason().isEmpty() ? said : said + BETWEEN + closed.reason();
  }

  private String all(FewerDesks fewer, Language reader) {
    return times(fewer, reader) + BETWEEN + details(fewer, reader);
  }

  /** The day and the hours. */
  String times(FewerDesks fewer, Language reader) {
    return texts.get(
        reader,
        "availability.times",
        day(fewer.day(), reader),
        span(fewer.fromMinute(), fewer.untilMinute()));
  }

  /** The number of desks left, and the reason. */
  String details(FewerDesks fewer, Language reader) {
    String left = left(fewer, reader);
    return fewer.reason().isEmpty() ? left : left + BETWEEN + fewer.reason();
  }

  /** The number of desks left. */
  String left(FewerDesks fewer, Language reader) {
    return texts.get(reader, "availability.left", fewer.desks());
  }

  /** The weekday and the hours. */
  String times(WeeklyHours hours, Language reader) {
    return texts.get(
        reader,
        "availability.times",
        weekday(hours.weekday(), reader),
        span(hours.fromMinute(), hours.untilMinute()));
  }

  /** All but the times: the desks, for whom, and in which weeks. */
  String details(WeeklyHours hours, Language reader) {
    List<String> said = new ArrayList<>();
    said.add(texts.get(reader, "availability.desks", hours.desks()));
    if (hours.internalDesks() > 0) {
      said.add(texts.get(reader, "availability.desks.internal", hours.internalDesks()));
    }
    if (hours.lateDesks() > 0) {
      said.add(texts.get(reader, "availability.desks.late", hours.lateDesks()));
    }
    said.add(texts.get(reader, "availability.slot", hours.slotMinutes()));
    if (hours.everyWeeks() > 1) {
      said.add(
          texts.get(
              reader, "availability.everyWeeks", hours.everyWeeks(), date(hours.anchor(), reader)));
    }
    said.add(texts.get(reader, "availability.since", date(hours.validFrom(), reader)));
    hours
        .validUntil()
        .ifPresent(last -> said.add(texts.get(reader, "availability.until", date(last, reader))));
    if (!hours.topics().isEmpty()) {
      said.add(joined(hours.topics(), reader));
    }
    if (!hours.languages().isEmpty()) {
      said.add(
          hours.languages().stream()
              .map(tag -> languages.nameOf(languages.get(tag), reader))
              .sorted()
              .collect(Collectors.joining(", ")));
    }
    return String.join(BETWEEN, said);
  }

  private String joined(Set<String> topics, Language reader) {
    return topics.stream()
        .map(topic -> "topic." + topic)
        .filter(texts::has)
        .map(key -> texts.get(reader, key))
        .sorted()
        .collect(Collectors.joining(", "));
  }

  private static DateFormat format(String skeleton, Language reader) {
    DateFormat format = DateFormat.getInstanceForSkeleton(skeleton, reader.locale());
    format.setContext(DisplayContext.CAPITALIZATION_FOR_STANDALONE);
    format.setTimeZone(TimeZone.GMT_ZONE);
    return format;
  }

  private static Date date(LocalDate day) {
    return Date.from(day.atStartOfDay(ZoneOffset.UTC).toInstant());
  }
}

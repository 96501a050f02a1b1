package de.lokalwillkommen.admin.page;

import de.lokalwillkommen.core.calling.LineView.Why;
import de.lokalwillkommen.web.text.Language;
import de.lokalwillkommen.web.text.Moments;
import de.lokalwillkommen.web.text.Texts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/** Describes places in a line in words, the same on every page. */
@ApplicationScoped
public class LineInWords {

  private Texts texts;
  private SpokenLanguages languages;

  protected LineInWords() {}

  @Inject
  public LineInWords(Texts texts, SpokenLanguages languages) {
    this.texts = texts;
    this.languages = languages;
  }

  /**
   * The reasons for a ticket's place in one sentence.
   *
   * @param whys at least one
   */
  public String why(List<Why> whys, ZoneId zone, Language reader) {
    return whys.stream()
        .map(why -> why(why, zone, reader))
        .reduce((first, second) -> texts.get(reader, "why.both", first, second))
        .orElseThrow();
  }

  /**
   * Formats one reason: language tags become names of languages, instants the time on the office's
   * clock, durations minutes or hours.
   */
  public String why(Why why, ZoneId zone, Language reader) {
    boolean written = why.key().equals("urgent");
    return texts.get(
        reader,
        "why." + why.key(),
        why.arguments().stream()
            .map(argument -> written ? argument : inWords(argument, zone, reader))
            .toArray());
  }

  /** A duration in minutes, from an hour on also in hours. */
  public String duration(Duration duration, Language reader) {
    long minutes = Math.max(0, duration.toMinutes());
    return minutes < 60
        ? texts.get(reader, "time.minutes", minutes)
        : texts.get(reader, "time.hours", minutes / 60, minutes % 60);
  }

  private Object inWords(Object argument, ZoneId zone, Language reader) {
    if (argument instanceof Instant instant) {
      return Moments.time(instant, zone);
    }
    if (argument instanceof Duration duration) {
      return duration(duration, reader);
    }
    return argument instanceof String word && languages.includes(word)
        ? languages.nameOf(languages.get(word), reader)
        : argument;
  }
}

package de.lokalwillkommen.web.request;

import de.lokalwillkommen.core.kernel.BusinessDay;
import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.core.kernel.Refused;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Function;

/**
 * One parameter in the query of an interface's address; {@link SentValues} has the ranges.
 *
 * @param name the name of the parameter, the {@code field} of a refusal
 * @param text what was given, or null; blank counts as not given
 */
public record QueryParameter(String name, String text) {

  private static final int LENGTH_OF_A_DAY = 10;

  /**
   * A day; empty if nothing was given.
   *
   * @throws Refused {@code INVALID} if it is something else
   */
  public Optional<LocalDate> day() {
    return given().map(sent -> SentValues.findDay(sent).orElseThrow(() -> unfit("request.day")));
  }

  /**
   * An instant, or the beginning of a day; empty if nothing was given.
   *
   * @throws Refused {@code INVALID} if it is neither
   */
  public Optional<Instant> asBeginning(ZoneId zone) {
    return instant(zone, BusinessDay::begin);
  }

  /**
   * An instant, or the end of a day; empty if nothing was given.
   *
   * @throws Refused {@code INVALID} if it is neither
   */
  public Optional<Instant> asEnd(ZoneId zone) {
    return instant(zone, BusinessDay::end);
  }

  /**
   * The requested maximum number of results.
   *
   * @param usual the number if nothing was given
   * @throws Refused {@code INVALID} if it is no number from 1 to {@code most}
   */
  public int limit(int usual, int most) {
    return given().map(sent -> limit(sent, most)).orElse(usual);
  }

  private int limit(String sent, int most) {
    return SentValues.findNumber(sent)
        .filter(limit -> limit >= 1 && limit <= most)
        .orElseThrow(() -> unfit("request.limit", most));
  }

  private Optional<Instant> instant(ZoneId zone, Function<BusinessDay, Instant> ofDay) {
    return given()
        // an unencoded plus in an offset arrives as a blank
        .map(sent -> sent.replace(' ', '+'))
        .map(sent -> findInstant(sent, zone, ofDay).orElseThrow(() -> unfit("request.time")));
  }

  private static Optional<Instant> findInstant(
      String sent, ZoneId zone, Function<BusinessDay, Instant> ofDay) {
    return sent.length() > LENGTH_OF_A_DAY
        ? SentValues.findInstant(sent)
        : SentValues.findDay(sent).map(day -> ofDay.apply(new BusinessDay(day, zone)));
  }

  private Optional<String> given() {
    return Optional.ofNullable(text).map(String::strip).filter(sent -> !sent.isEmpty());
  }

  private Refused unfit(String key, Object... arguments) {
    return Refusal.of(Kind.INVALID, key, arguments).with("field", name).asException();
  }
}

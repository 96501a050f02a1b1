package de.lokalwillkommen.web.text;

import de.lokalwillkommen.core.booking.BookingCode;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The names of invented tickets, codes, offers and offices, with which an editor sees a text on its
 * very page. They mean something only in a request that shows a {@link TextDraft}, which editors
 * alone can make.
 */
public final class InventedData {

  private static final String SAMPLE = "sample-";
  private static final String OFFER = SAMPLE + "offer-";
  private static final int CODE_LENGTH = 8;
  private static final LocalTime AT = LocalTime.of(10, 30);
  private static final long DAYS_AHEAD = 7;

  private InventedData() {}

  /** Whether the request shows a draft, and with it invented data. */
  public static boolean isShown() {
    return TextDraft.find().isPresent();
  }

  /** When an invented appointment begins. */
  public static Instant start(Instant now, ZoneId zone) {
    return now.atZone(zone).toLocalDate().plusDays(DAYS_AHEAD).atTime(AT).atZone(zone).toInstant();
  }

  /** The token of the invented ticket in a state. */
  public static String ticket(String state) {
    return SAMPLE + state;
  }

  /** The state of the ticket with that token, if it is an invented one. */
  public static Optional<String> findTicket(String token) {
    return Optional.of(token)
        .filter(t -> isShown() && t.startsWith(SAMPLE))
        .map(t -> t.substring(SAMPLE.length()));
  }

  /** The token of the invented offer in a state. */
  public static String offer(Enum<?> state) {
    return OFFER + state.name();
  }

  /** The state of the offer with that token, if it is an invented one. */
  public static <E extends Enum<E>> Optional<E> findOffer(String token, Class<E> states) {
    return find(states, state -> offer(state).equals(token));
  }

  /** The slug of the invented office in a state, or with what is ordered there. */
  public static String office(Enum<?> state) {
    return SAMPLE
        + (state.getDeclaringClass().getSimpleName() + '-' + state.name())
            .toLowerCase(Locale.ROOT)
            .replace('_', '-');
  }

  /** The state of the office with that slug, if it is an invented one. */
  public static <E extends Enum<E>> Optional<E> findOffice(String slug, Class<E> states) {
    return find(states, state -> office(state).equals(slug));
  }

  /** What stands in the place of a day when free times are invented. */
  public static String day(InventedTimes times) {
    return SAMPLE + times.name();
  }

  /** The invented free times that stand in the place of a day. */
  public static Optional<InventedTimes> findTimes(String day) {
    return find(InventedTimes.class, times -> day(times).equals(day));
  }

  /** The code of an invented appointment, waitlist entry or answer, by its place among them. */
  public static String code(Enum<?> state) {
    return codeAt(state.ordinal());
  }

  /** A code that no appointment has, not even an invented one. */
  public static String unknownCode() {
    return codeAt(BookingCode.ALPHABET.length() - 1);
  }

  private static String codeAt(int place) {
    return BookingCode.ALPHABET.substring(place, place + 1).repeat(CODE_LENGTH);
  }

  /** The state of what has that code, if it is an invented one. */
  public static <E extends Enum<E>> Optional<E> findByCode(String code, Class<E> states) {
    return find(states, state -> code(state).equals(code));
  }

  /** Whether a code is that of nothing, in a request that shows invented data. */
  public static boolean isUnknown(String code) {
    return isShown() && unknownCode().equals(code);
  }

  private static <E extends Enum<E>> Optional<E> find(Class<E> states, Predicate<E> named) {
    return isShown()
        ? Arrays.stream(states.getEnumConstants()).filter(named).findFirst()
        : Optional.empty();
  }
}

package de.lokalwillkommen.web.text;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The names of invented tickets and appointments, with which an editor sees a text on its very
 * page. They mean something only in a request that shows a {@link TextDraft}, which editors alone
 * can make.
 */
public final class InventedData {

  private static final String TICKET = "sample-";
  private static final int FIRST_DIGIT = 2; // codes have no 0 and no 1
  private static final int CODE_LENGTH = 8;
  private static final Pattern CODE = Pattern.compile("([2-9])\\1{7}");

  private InventedData() {}

  /** The token of the invented ticket in a state. */
  public static String ticket(String state) {
    return TICKET + state;
  }

  /** The state of the ticket with that token, if it is an invented one. */
  public static Optional<String> findTicket(String token) {
    return Optional.of(token)
        .filter(t -> TextDraft.find().isPresent() && t.startsWith(TICKET))
        .map(t -> t.substring(TICKET.length()));
  }

  /** The code of the invented appointment in a state, by its place among the states. */
  public static String appointment(Enum<?> state) {
    return Integer.toString(state.ordinal() + FIRST_DIGIT).repeat(CODE_LENGTH);
  }

  /** The state of the appointment with that code, if it is an invented one. */
  public static <E extends Enum<E>> Optional<E> findAppointment(String code, Class<E> states) {
    Matcher written = CODE.matcher(code);
    if (TextDraft.find().isEmpty() || !written.matches()) {
      return Optional.empty();
    }
    int place = Integer.parseInt(written.group(1)) - FIRST_DIGIT;
    E[] all = states.getEnumConstants();
    return place < all.length ? Optional.of(all[place]) : Optional.empty();
  }
}

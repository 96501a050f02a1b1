package de.lokalwillkommen.core.texts;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which texts are to be listed.
 *
 * @param area where visitors meet them; empty for all
 * @param state in which state they are
 * @param words what they or their keys contain, in upper or lower case; the empty string for all
 */
public record TextFilter(Optional<TextArea> area, State state, String words) {

  /** The state of a text. */
  public enum State {
    /** All. */
    ANY,
    /** There is none in the language. */
    MISSING,
    /** It is worded here. */
    CHANGED
  }

  /** All texts. */
  public static final TextFilter ALL = new TextFilter(Optional.empty(), State.ANY, "");

  boolean takes(TextSettings text) {
    return area.filter(a -> a != text.area()).isEmpty() && isInState(text) && contains(text);
  }

  private boolean isInState(TextSettings text) {
    return switch (state) {
      case ANY -> true;
      case MISSING -> text.present().isEmpty();
      case CHANGED -> text.own().isPresent();
    };
  }

  private boolean contains(TextSettings text) {
    String wanted = words.strip().toLowerCase(Locale.ROOT);
    return Stream.concat(
            Stream.of(text.key(), text.main()),
            Stream.concat(text.shipped().stream(), text.own().stream()))
        .anyMatch(said -> said.toLowerCase(Locale.ROOT).contains(wanted));
  }
}

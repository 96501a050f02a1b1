package de.lokalwillkommen.core.booking;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The text that a scanner has typed. A scanner has a keyboard layout of its own, so the computer
 * may read other letters.
 *
 * @param typed the text as the computer read it
 * @param pressed the same keys read as an American keyboard, or the empty string if that is no code
 */
public record Scan(String typed, String pressed) {

  /** The letters on the same five keys of an American, a German and a French keyboard. */
  private static final List<String> LAYOUTS = List.of("QWAZY", "QWAYZ", "AZQWY");

  /**
   * The code that was scanned: the typed text, unless that is unknown and exactly one of the other
   * readings is a known code.
   *
   * @return a code that may be unknown, or empty if the scan cannot be a code
   */
  public Optional<BookingCode> code(Predicate<BookingCode> isKnown) {
    List<BookingCode> readings =
        Stream.concat(Stream.of(typed, pressed), typedElsewhere())
            .map(BookingCode::find)
            .flatMap(Optional::stream)
            .distinct()
            .toList();
    List<BookingCode> others = readings.stream().skip(1).filter(isKnown).toList();
    return readings.stream()
        .findFirst()
        .map(first -> !isKnown.test(first) && others.size() == 1 ? others.get(0) : first);
  }

  /** The readings for each pair of layouts that scanner and computer may have. */
  private Stream<String> typedElsewhere() {
    return LAYOUTS.stream()
        .flatMap(computer -> LAYOUTS.stream().map(scanner -> moved(computer, scanner)));
  }

  private String moved(String computer, String scanner) {
    return typed
        .toUpperCase(Locale.ROOT)
        .chars()
        .map(
            letter ->
                computer.indexOf(letter) < 0 ? letter : scanner.charAt(computer.indexOf(letter)))
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}

package de.lokalwillkommen.core.booking;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What a scanner has typed. It types the keys of a layout of its own, so the computer may have made
 * other letters of them.
 *
 * @param typed as the computer understood it
 * @param pressed the same keys on an American keyboard, or the empty string if that is no code
 */
public record Scan(String typed, String pressed) {

  /** The letters on the same five keys of an American, a German and a French keyboard. */
  private static final List<String> LAYOUTS = List.of("QWAZY", "QWAYZ", "AZQWY");

  /**
   * The code that was scanned: as it was typed, unless that is unknown and exactly one of the other
   * readings is known.
   *
   * @return a code that may be unknown, or empty if nothing was scanned that could be one
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

  /** What was meant if scanner and computer have two of the layouts. */
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

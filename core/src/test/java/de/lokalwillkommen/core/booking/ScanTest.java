package de.lokalwillkommen.core.booking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A scanner types with a keyboard layout of its own. */
class ScanTest {

  private static Predicate<BookingCode> known(String... codes) {
    return code -> Arrays.asList(codes).contains(code.value());
  }

  private static Optional<String> read(String typed, String pressed, String... known) {
    return new Scan(typed, pressed).code(known(known)).map(BookingCode::value);
  }

  @ParameterizedTest
  @CsvSource({
    "YBCD234Z, ZBCD234Y, an American scanner at a German computer or the other way round",
    "QBCD234W, ABCD234Z, a French scanner at an American computer or the other way round",
    "WBCD2Y4A, YBCD2Z4Q, a German scanner at a French computer",
    "ZBCD2W4Q, WBCD2Y4A, a French scanner at a German computer"
  })
  void anOldCodeIsKnownByTheLettersOfTheOtherLayout(String typed, String meant, String where) {
    assertThat(read(typed, "", meant)).as(where).contains(meant);
  }

  @Test
  void thePressedKeysCountWhereTheTypedTextIsNoCode() {
    assertThat(read("", "BCDE2345", "BCDE2345")).contains("BCDE2345");
    assertThat(read("", "BCDE2345")).contains("BCDE2345");
  }

  @Test
  void aKnownCodeIsNeverReadInAnotherWay() {
    assertThat(read("YBCD2345", "", "YBCD2345", "ZBCD2345")).contains("YBCD2345");
  }

  @Test
  void nothingIsGuessedBetweenTwoThatAreKnown() {
    assertThat(read("QYCD2345", "QZCD2345", "QZCD2345", "AYCD2345")).contains("QYCD2345");
  }

  @Test
  void anUnknownCodeStaysWhatItIs() {
    assertThat(read("YBCD2345", "ZBCD2345")).contains("YBCD2345");
    assertThat(read("4006381333931", "")).isEmpty();
    assertThat(read("", "")).isEmpty();
  }

  @Property(tries = 200)
  void newCodesAreReadAlikeInEveryLayout(@ForAll int ignored) {
    BookingCode code = BookingCode.random();

    assertThat(code.value()).doesNotContainPattern("[AMQWYZ]");
    assertThat(read(code.value(), code.value(), code.value())).contains(code.value());
  }
}

package de.lokalwillkommen.core.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BookingCodeTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ABCD2345",
        "ABCD-2345",
        "abcd-2345",
        " abcd 2345 ",
        "ABCD - 2345\n",
        "http://127.0.0.1:8080/kiosk/a/ABCD2345",
        "https://termine.example.org/kiosk/a/abcd-2345"
      })
  void isFoundHoweverItIsTypedOrScanned(String typed) {
    assertThat(BookingCode.find(typed)).contains(new BookingCode("ABCD2345"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "-",
        "ABCD234",
        "ABCD23456",
        "ABCD-2345-6789",
        "ABCD234O",
        "ABCD2341",
        "IBCD2345",
        "ABCD_2345",
        "A017",
        "https://example.org/kiosk/a/",
        "'; drop table appointment; --",
        "ÄBCD2345"
      })
  void isNotFoundInAnythingElse(String typed) {
    assertThat(BookingCode.find(typed)).isEmpty();
  }

  @Test
  void isWrittenInTwoGroups() {
    assertThat(new BookingCode("ABCD2345").inGroups()).isEqualTo("ABCD-2345");
  }

  @Test
  void isStoredInOneWayOnly() {
    assertThatIllegalArgumentException().isThrownBy(() -> new BookingCode("ABCD-2345"));
    assertThatIllegalArgumentException().isThrownBy(() -> new BookingCode("abcd2345"));
  }

  @Property(tries = 200)
  void aRandomCodeIsReadBack(@ForAll int ignored) {
    BookingCode code = BookingCode.random();

    assertThat(BookingCode.find(code.inGroups())).contains(code);
    assertThat(BookingCode.find(code.toString())).contains(code);
  }

  @Property(tries = 500)
  void noTextIsTooStrange(@ForAll String typed) {
    assertThat(BookingCode.find(typed).map(BookingCode::value).orElse("ABCD2345")).hasSize(8);
  }
}

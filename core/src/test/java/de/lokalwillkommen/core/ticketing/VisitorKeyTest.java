package de.lokalwillkommen.core.ticketing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VisitorKeyTest {

  private final VisitorKey key = new VisitorKey(bytes(1));

  private static byte[] bytes(int value) {
    byte[] bytes = new byte[32];
    Arrays.fill(bytes, (byte) value);
    return bytes;
  }

  @Test
  void aTokenLeadsToItsTicket() {
    assertThat(key.findTicket(key.tokenFor(4711))).contains(4711L);
  }

  @Test
  void theSameTicketAlwaysHasTheSameToken() {
    assertThat(key.tokenFor(1)).isEqualTo(key.tokenFor(1)).hasSize(32);
  }

  @Test
  void aTokenOfAnotherInstallationLeadsNowhere() {
    assertThat(new VisitorKey(bytes(2)).findTicket(key.tokenFor(1))).isEmpty();
  }

  @Test
  void noChangedTokenLeadsAnywhere() {
    String token = key.tokenFor(1);
    for (int i = 0; i < token.length(); i++) {
      char other = token.charAt(i) == 'A' ? 'B' : 'A';
      String changed = token.substring(0, i) + other + token.substring(i + 1);
      assertThat(key.findTicket(changed)).as(changed).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "A017",
        "' or 1=1 --",
        "äöüäöüäöüäöüäöüäöüäöüäöüäöüäöüäö",
        "................................"
      })
  void whatIsNoTokenLeadsNowhere(String text) {
    assertThat(key.findTicket(text)).isEmpty();
  }
}

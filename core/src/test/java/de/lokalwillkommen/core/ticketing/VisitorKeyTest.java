package de.lokalwillkommen.core.ticketing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
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
  void aTokenOfOneKindIsNotValidForAnother() {
    String offer = key.tokenFor("offer", 7);

    assertThat(key.find("offer", offer)).contains(7L);
    assertThat(key.find("letter", offer)).isEmpty();
    assertThat(key.findTicket(offer)).isEmpty();
  }

  @Test
  void aNameForOutsideIsALawfulOneAndRevealsNoToken() {
    UUID name = key.uuidFor("appointment", 7);

    assertThat(name).isEqualTo(key.uuidFor("appointment", 7));
    assertThat(name.version()).isEqualTo(8);
    assertThat(name.variant()).isEqualTo(2);
    assertThat(name)
        .isNotEqualTo(key.uuidFor("appointment", 8))
        .isNotEqualTo(key.uuidFor("offer", 7))
        .isNotEqualTo(new VisitorKey(bytes(2)).uuidFor("appointment", 7));
    Set<UUID> names = new HashSet<>();
    for (int thing = 0; thing < 1_000; thing++) {
      names.add(key.uuidFor("appointment", thing));
    }
    assertThat(names).hasSize(1_000);
    assertThat(names).allMatch(one -> one.version() == 8 && one.variant() == 2);
  }

  @Test
  void aShortSecretIsNone() {
    assertThatThrownBy(() -> new VisitorKey(new byte[31]))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(new VisitorKey(new byte[32]).tokenFor(1)).isNotEmpty();
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
  void anInvalidTokenLeadsNowhere(String text) {
    assertThat(key.findTicket(text)).isEmpty();
  }
}

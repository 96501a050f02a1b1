package de.lokalwillkommen.kiosk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import de.lokalwillkommen.core.kernel.Refused;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FormTest {

  private static final Address PAGE = Address.appointment("ABCD2345");

  @Test
  void lookingAtAPageDoesNothing() {
    Map<String, String> link = Map.of("does", "cancel");

    assertThat(new Form(VisitorRequest.get(PAGE, link)).isSent()).isFalse();
    assertThat(new Form(VisitorRequest.get(PAGE, link)).does("cancel")).isFalse();
    assertThat(new Form(VisitorRequest.post(PAGE, link)).does("cancel")).isTrue();
  }

  @Test
  void aKeyIsAsked() {
    assertThat(new Form(VisitorRequest.post(PAGE, Map.of("key", " a "))).key()).isEqualTo("a");
    assertThatExceptionOfType(Refused.class)
        .isThrownBy(() -> new Form(VisitorRequest.post(PAGE, Map.of())).key());
    assertThatExceptionOfType(Refused.class)
        .isThrownBy(() -> new Form(VisitorRequest.post(PAGE, Map.of("key", "x".repeat(65)))).key());
  }
}

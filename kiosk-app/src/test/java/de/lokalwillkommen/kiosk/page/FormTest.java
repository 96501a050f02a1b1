package de.lokalwillkommen.kiosk.page;

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
  void untypableTextCountsAsNotSent() {
    Form form = new Form(VisitorRequest.post(PAGE, Map.of("slot", "hoerde\0", "key", "\0")));

    assertThat(form.text("slot")).isEmpty();
    assertThat(form.all("slot")).isEmpty();
    assertThatExceptionOfType(Refused.class).isThrownBy(form::key);
  }

  @Test
  void aFieldMayHaveSeveralValues() {
    assertThat(new Form(VisitorRequest.post(PAGE, Map.of("office", "eving"))).all("office"))
        .containsExactly("eving");
    assertThat(new Form(VisitorRequest.post(PAGE, Map.of())).all("office")).isEmpty();
  }

  @Test
  void aKeyIsAsked() {
    assertThat(new Form(VisitorRequest.post(PAGE, Map.of("key", " a "))).key().text())
        .isEqualTo("a");
    assertThatExceptionOfType(Refused.class)
        .isThrownBy(() -> new Form(VisitorRequest.post(PAGE, Map.of())).key());
    assertThatExceptionOfType(Refused.class)
        .isThrownBy(() -> new Form(VisitorRequest.post(PAGE, Map.of("key", "x".repeat(65)))).key());
  }
}

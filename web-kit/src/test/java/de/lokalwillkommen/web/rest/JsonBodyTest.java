package de.lokalwillkommen.web.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class JsonBodyTest {

  /** Bodies to which parsers object in ways of their own, be it in a field nobody knows. */
  static Stream<String> monsters() {
    return Stream.of(
        "{\"x\":" + "[".repeat(5_000) + "]".repeat(5_000) + "}",
        "{\"x\":" + "{\"x\":".repeat(5_000),
        "{\"x\":" + "9".repeat(5_000) + "}",
        "{\"x\":1e99999999999}",
        "{\"x\":1e",
        "[".repeat(30_000),
        "[]",
        "nothing");
  }

  @ParameterizedTest
  @MethodSource("monsters")
  void whatIsNoReadableObjectIsRefusedAsSuch(String body) {
    assertThatThrownBy(() -> JsonBody.read(body))
        .isInstanceOf(BadBody.class)
        .extracting(refused -> ((BadBody) refused).status())
        .isEqualTo(400);
  }

  @Test
  void nothingAtAllIsAnEmptyObject() {
    assertThat(JsonBody.read("").findText("topic", 40)).isEmpty();
    assertThat(JsonBody.read(null).flag("firstVisit")).isFalse();
  }

  @Test
  void whatIsThereMustHaveTheRightType() {
    JsonBody body =
        JsonBody.read("{\"n\":1.5,\"big\":99999999999999999999,\"t\":7,\"nul\":\"a\\u0000\"}");

    assertThatThrownBy(() -> body.findNumber("n")).isInstanceOf(BadBody.class);
    assertThatThrownBy(() -> body.findNumber("big")).isInstanceOf(BadBody.class);
    assertThatThrownBy(() -> body.findText("t", 5)).isInstanceOf(BadBody.class);
    assertThatThrownBy(() -> body.findText("nul", 5)).isInstanceOf(BadBody.class);
  }
}

package de.lokalwillkommen.web.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class JsonBodyTest {

  /** Bodies that parsers refuse in different ways, even in an unknown field. */
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
  void bodiesThatAreNoObjectsAreRefused(String body) {
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

  private static BadBody refused(ThrowingCallable reading) {
    return catchThrowableOfType(BadBody.class, reading);
  }

  @Test
  void aTextMayBeAsLongAsSaidAndNoLonger() {
    JsonBody body = JsonBody.read("{\"t\":\"abcde\",\"blank\":\" \",\"no\":null}");

    assertThat(body.text("t", 5)).isEqualTo("abcde");
    assertThat(refused(() -> body.text("t", 4)).status()).isEqualTo(422);
    assertThat(body.findText("blank", 5)).isEmpty();
    assertThat(body.findText("no", 5)).isEmpty();
    assertThat(refused(() -> body.text("blank", 5)).status()).isEqualTo(422);
    assertThat(refused(() -> body.text("missing", 5)).field()).isEqualTo("missing");
  }

  @Test
  void aNumberIsAsGreatAsItsTypeAdmitsAndNoGreater() {
    JsonBody body =
        JsonBody.read(
            "{\"int\":2147483647,\"least\":-2147483648,\"more\":2147483648,"
                + "\"long\":9223372036854775807,\"tooLong\":9223372036854775808,\"whole\":1e2}");

    assertThat(body.number("int")).isEqualTo(Integer.MAX_VALUE);
    assertThat(body.number("least")).isEqualTo(Integer.MIN_VALUE);
    assertThat(refused(() -> body.number("more")).field()).isEqualTo("more");
    assertThat(refused(() -> body.number("missing")).status()).isEqualTo(422);
    assertThat(body.findNumber("long")).contains(Long.MAX_VALUE);
    assertThat(refused(() -> body.findNumber("tooLong")).status()).isEqualTo(422);
    assertThat(body.findNumber("missing")).isEmpty();
  }

  @Test
  void aDayIsOneOfThisCentury() {
    JsonBody body =
        JsonBody.read(
            "{\"first\":\"2000-01-01\",\"before\":\"1999-12-31\",\"none\":\"2026-02-29\","
                + "\"far\":\"2100-01-01\"}");

    assertThat(body.day("first")).isEqualTo("2000-01-01");
    for (String field : List.of("before", "none", "far", "missing")) {
      assertThat(refused(() -> body.day(field)).field()).isEqualTo(field);
    }
  }

  @Test
  void aFlagIsYesOrNoAndMissingMeansNo() {
    JsonBody body = JsonBody.read("{\"yes\":true,\"no\":false,\"word\":\"true\",\"null\":null}");

    assertThat(body.flag("yes")).isTrue();
    assertThat(body.flag("no")).isFalse();
    assertThat(body.flag("null")).isFalse();
    assertThat(refused(() -> body.flag("word")).status()).isEqualTo(422);
  }

  @Test
  void everyTextOfAListMayBeAsLongAsSaidAndNoLonger() {
    JsonBody body =
        JsonBody.read(
            "{\"l\":[\"b\",\"abc\",\"b\"],\"mixed\":[1],\"word\":\"b\",\"nul\":[\"\\u0000\"]}");

    assertThat(body.texts("l", 3)).containsExactly("b", "abc");
    assertThat(body.texts("missing", 3)).isEmpty();
    assertThat(refused(() -> body.texts("l", 2)).status()).isEqualTo(422);
    for (String field : List.of("mixed", "word", "nul")) {
      assertThat(refused(() -> body.texts(field, 3)).field()).isEqualTo(field);
    }
  }

  private enum Colour {
    RED
  }

  @Test
  void aChoiceIsNamedExactly() {
    JsonBody body = JsonBody.read("{\"c\":\"RED\",\"small\":\"red\"}");

    assertThat(body.findOneOf(Colour.class, "c")).contains(Colour.RED);
    assertThat(body.findOneOf(Colour.class, "missing")).isEmpty();
    assertThat(refused(() -> body.findOneOf(Colour.class, "small")).field()).isEqualTo("small");
  }

  @Test
  void fieldsMustHaveTheRightType() {
    JsonBody body =
        JsonBody.read("{\"n\":1.5,\"big\":99999999999999999999,\"t\":7,\"nul\":\"a\\u0000\"}");

    assertThatThrownBy(() -> body.findNumber("n")).isInstanceOf(BadBody.class);
    assertThatThrownBy(() -> body.findNumber("big")).isInstanceOf(BadBody.class);
    assertThatThrownBy(() -> body.findText("t", 5)).isInstanceOf(BadBody.class);
    assertThatThrownBy(() -> body.findText("nul", 5)).isInstanceOf(BadBody.class);
  }
}

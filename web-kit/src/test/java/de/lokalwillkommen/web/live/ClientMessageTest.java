package de.lokalwillkommen.web.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ClientMessageTest {

  static Stream<String> nonsense() {
    return Stream.of(
        "{\"type\":\"hello\",\"x\":" + "[".repeat(5_000) + "]".repeat(5_000) + "}",
        "{\"type\":\"hello\",\"seen\":" + "9".repeat(5_000) + "}",
        "{\"type\":\"hello\",\"seen\":1e99999999999}",
        "{\"type\":7}",
        "{\"type\":\"bye\"}",
        "{\"type\":\"shown\"}",
        "[]",
        "");
  }

  @ParameterizedTest
  @MethodSource("nonsense")
  void otherTextsAreNoMessages(String text) {
    assertThat(ClientMessage.isUnderstood(text)).isFalse();
  }

  @Test
  void aClientMaySayHelloAndWhetherItCanBeHeard() {
    assertThat(ClientMessage.isUnderstood("{\"type\":\"hello\",\"audio\":\"blocked\"}")).isTrue();
    assertThat(ClientMessage.isUnderstood("{\"type\":\"shown\",\"seq\":7}")).isTrue();
  }
}

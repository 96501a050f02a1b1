package de.lokalwillkommen.admin.history;

import static org.assertj.core.api.Assertions.assertThat;

import de.lokalwillkommen.admin.history.Differences.Difference;
import jakarta.json.Json;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DifferencesTest {

  private static Optional<JsonValue> text(String text) {
    return Optional.of(Json.createValue(text));
  }

  @Test
  void onlyMembersThatAreDifferentAreListed() {
    assertThat(
            Differences.list(
                "{\"v\":1,\"kind\":\"weekly\",\"desks\":2,\"from\":480,\"old\":true}",
                "{\"v\":2,\"kind\":\"weekly\",\"desks\":3,\"from\":480,\"new\":[\"a\",\"b\"]}"))
        .containsExactly(
            new Difference(
                "desks", Optional.of(Json.createValue(2)), Optional.of(Json.createValue(3))),
            new Difference(
                "new",
                Optional.empty(),
                Optional.of(Json.createArrayBuilder(List.of("a", "b")).build())),
            new Difference("old", Optional.of(JsonValue.TRUE), Optional.empty()));
  }

  @Test
  void allMembersOfSomethingNewAreListed() {
    assertThat(Differences.list("", "{\"v\":1,\"slots\":{\"housing\":2},\"reason\":\"Umzug\"}"))
        .containsExactly(
            new Difference("reason", Optional.empty(), text("Umzug")),
            new Difference(
                "slots",
                Optional.empty(),
                Optional.of(Json.createObjectBuilder().add("housing", 2).build())));
  }

  /** As the first versions wrote it, or a newer one that writes something else. */
  @Test
  void aStateThatIsNoJsonIsListedWhole() {
    assertThat(Differences.list("weekly;1;480", "[1]"))
        .containsExactly(new Difference("", text("weekly;1;480"), text("[1]")));
    assertThat(Differences.list("{\"broken\":", ""))
        .containsExactly(new Difference("", text("{\"broken\":"), Optional.empty()));
  }
}

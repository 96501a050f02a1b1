package de.lokalwillkommen.admin.history;

import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What is different between two states of the history, member by member. A state that is no JSON
 * object, as the first versions wrote them, is shown whole.
 */
final class Differences {

  /** Members that say how the rest is to be read. */
  private static final SortedSet<String> NOTATION = new TreeSet<>(List.of("v", "kind"));

  // looking the provider up costs more than reading an entry
  private static final JsonProvider JSON = JsonProvider.provider();

  private Differences() {}

  /**
   * One member that is different.
   *
   * @param member its name; the empty string if the whole state is shown
   * @param before its value before, if it had one
   * @param after its value now, if it has one
   */
  record Difference(String member, Optional<JsonValue> before, Optional<JsonValue> after) {}

  /**
   * The members that are different, in the order of their names.
   *
   * @param before as the history has it; the empty string if there was nothing
   * @param after as the history has it; the empty string if there is nothing
   */
  static List<Difference> list(String before, String after) {
    Map<String, JsonValue> old = members(before);
    Map<String, JsonValue> young = members(after);
    SortedSet<String> names = new TreeSet<>(old.keySet());
    names.addAll(young.keySet());
    return names.stream()
        .filter(name -> !NOTATION.contains(name))
        .map(
            name ->
                new Difference(
                    name, Optional.ofNullable(old.get(name)), Optional.ofNullable(young.get(name))))
        .filter(difference -> !difference.before().equals(difference.after()))
        .toList();
  }

  private static Map<String, JsonValue> members(String state) {
    if (state.isEmpty()) {
      return Map.of();
    }
    return object(state)
        .map(object -> (Map<String, JsonValue>) object)
        .orElseGet(() -> Map.of("", JSON.createValue(state)));
  }

  private static Optional<JsonObject> object(String state) {
    try (JsonReader reader = JSON.createReader(new StringReader(state))) {
      return Optional.of(reader.readObject());
    } catch (JsonException noObject) {
      return Optional.empty();
    }
  }
}

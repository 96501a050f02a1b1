package de.lokalwillkommen.web.live;

import de.lokalwillkommen.web.rest.Jsons;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.util.Optional;

/**
 * What a client says through a socket. There is little it may say.
 *
 * @param type {@code hello} or {@code shown}
 * @param seen the version the client has, or 0
 * @param audio whether sound is possible there: {@code ok}, {@code blocked} or {@code none}
 */
public record ClientMessage(String type, long seen, String audio) {

  /** Reads a message; empty if it is none of those that are understood. */
  public static Optional<ClientMessage> read(String text) {
    try (JsonReader reader = Jsons.reader(text)) {
      JsonObject json = reader.readObject();
      return switch (json.getString("type", "")) {
        case "hello" -> hello(json);
        case "shown" ->
            json.get("seq") instanceof JsonNumber
                ? Optional.of(new ClientMessage("shown", 0, "none"))
                : Optional.empty();
        default -> Optional.empty();
      };
    } catch (RuntimeException | StackOverflowError e) {
      // the parser objects to depth and to endless numbers with exceptions of many kinds
      return Optional.empty();
    }
  }

  private static Optional<ClientMessage> hello(JsonObject json) {
    String audio = json.get("audio") instanceof JsonString word ? word.getString() : "none";
    return switch (audio) {
      case "ok", "blocked", "none" ->
          Optional.of(new ClientMessage("hello", json.getInt("seen", 0), audio));
      default -> Optional.empty();
    };
  }
}

package de.lokalwillkommen.web.live;

import de.lokalwillkommen.web.rest.Jsons;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.Set;

/**
 * What a client may send through a socket: {@code hello}, with whether sound is possible there, and
 * {@code shown}, with the call that it shows. Both are signs of life; nothing follows from them.
 */
final class ClientMessage {

  private static final Set<String> SOUND = Set.of("ok", "blocked", "none");

  private ClientMessage() {}

  /** Whether a text is one of the two. */
  static boolean isUnderstood(String text) {
    return Jsons.findObject(text).filter(ClientMessage::isUnderstood).isPresent();
  }

  private static boolean isUnderstood(JsonObject json) {
    return switch (json.getString("type", "")) {
      case "hello" -> !(json.get("audio") instanceof JsonString a) || SOUND.contains(a.getString());
      case "shown" -> json.get("seq") instanceof JsonNumber;
      default -> false;
    };
  }
}

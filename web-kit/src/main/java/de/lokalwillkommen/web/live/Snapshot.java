package de.lokalwillkommen.web.live;

import de.lokalwillkommen.web.rest.Jsons;
import jakarta.json.JsonObject;
import java.time.Instant;

/**
 * The complete content of a channel at one moment.
 *
 * @param version of two snapshots of a channel the one with the greater version is newer
 * @param content the message without the time, so that two snapshots can be compared; with the
 *     version only if a new version alone has to be sent
 * @param priority the priority: the channel with the smallest is told first
 */
public record Snapshot(long version, JsonObject content, int priority) {

  /** A snapshot with the highest priority. */
  public Snapshot(long version, JsonObject content) {
    this(version, content, 0);
  }

  /** The whole message. */
  String asMessage(Instant now) {
    return Jsons.object(content)
        .add("version", version)
        .add("now", now.toString())
        .build()
        .toString();
  }

  /** A sign of life with the version of this snapshot. */
  String asBeat(Instant now) {
    return Jsons.object()
        .add("type", "beat")
        .add("version", version)
        .add("now", now.toString())
        .build()
        .toString();
  }
}

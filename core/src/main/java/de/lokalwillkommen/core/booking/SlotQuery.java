package de.lokalwillkommen.core.booking;

import java.time.Instant;
import java.util.Optional;

/**
 * A search for free slots.
 *
 * @param office the slug; empty for any office
 * @param topic the identifier of a topic
 * @param language BCP 47 tag
 * @param channel how the slot would be booked
 * @param from the first instant at which a slot may begin; empty for now
 * @param to the first instant at which no slot may begin any more; empty for the booking horizon
 * @param limit the greatest number of slots, 1 to {@link #MOST}
 */
public record SlotQuery(
    Optional<String> office,
    String topic,
    String language,
    Channel channel,
    Optional<Instant> from,
    Optional<Instant> to,
    int limit) {

  /** The greatest number of slots in one answer. */
  public static final int MOST = 500;

  public SlotQuery {
    if (limit < 1 || limit > MOST) {
      throw new IllegalArgumentException("limit " + limit);
    }
  }

  /** The first slots in one office. */
  public static SlotQuery in(
      String office, String topic, String language, Channel channel, int limit) {
    return new SlotQuery(
        Optional.of(office), topic, language, channel, Optional.empty(), Optional.empty(), limit);
  }

  /** The same search in all offices. */
  public SlotQuery anywhere() {
    return new SlotQuery(Optional.empty(), topic, language, channel, from, to, limit);
  }
}

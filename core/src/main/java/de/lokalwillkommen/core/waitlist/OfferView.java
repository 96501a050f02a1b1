package de.lokalwillkommen.core.waitlist;

import java.time.Instant;
import java.time.ZoneId;

/**
 * An offer of a freed slot.
 *
 * @param token secret of the person to whom it is made
 * @param office the slug
 * @param officeName the name of the office
 * @param zone the zone of the office's clock
 * @param start when the appointment would begin
 * @param end when it would end
 * @param expiresAt when it expires
 * @param state its status as stored: an offer that has expired may still be {@code OPEN}
 */
public record OfferView(
    String token,
    String office,
    String officeName,
    ZoneId zone,
    Instant start,
    Instant end,
    Instant expiresAt,
    OfferStatus state) {}

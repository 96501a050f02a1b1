package de.lokalwillkommen.kiosk.booking;

/**
 * An earlier time that is offered to a visitor, in words.
 *
 * @param token the token with which it is answered
 * @param office the slug of its office
 * @param officeName where
 * @param day for example “morgen, Montag, 23. November”
 * @param time for example {@code 09:30}
 * @param until the end of the offer, for example “heute um 14:00 Uhr”
 * @param seconds how many seconds that is from now, at least 1
 * @param open whether it can still be taken
 */
public record Offer(
    String token,
    String office,
    String officeName,
    String day,
    String time,
    String until,
    long seconds,
    boolean open) {}

package de.lokalwillkommen.kiosk.booking;

/**
 * An earlier time that somebody is offered, in words.
 *
 * @param token what it is answered with
 * @param officeName where
 * @param day for example “morgen, Montag, 23. November”
 * @param time for example {@code 09:30}
 * @param until until when it is kept, for example “heute um 14:00 Uhr”
 * @param seconds how many seconds that is from now, at least 1
 * @param open whether it can still be taken
 */
public record Offer(
    String token,
    String officeName,
    String day,
    String time,
    String until,
    long seconds,
    boolean open) {}

package de.lokalwillkommen.display;

/**
 * An office on the overview, in words.
 *
 * @param id the slug
 * @param name its name
 * @param nameLanguage the language that the name is in
 * @param address where it is; empty if not known
 * @param open whether it is open now
 * @param state that it is open, perhaps until when, or that it is closed
 * @param opens when it opens next; empty if it is open or the time is unknown
 * @param waiting how many people wait; empty if it is closed
 * @param estimate the expected wait now; empty if the office does not publish it
 * @param bookable whether an appointment can be booked from outside
 */
record OfficeCard(
    String id,
    String name,
    String nameLanguage,
    String address,
    boolean open,
    String state,
    String opens,
    String waiting,
    String estimate,
    boolean bookable) {}

package de.lokalwillkommen.core.staff;

/**
 * An organisation from which people come, such as a partner of a tandem.
 *
 * @param id its identifier
 * @param name its name
 */
public record Organisation(String id, String name) {}

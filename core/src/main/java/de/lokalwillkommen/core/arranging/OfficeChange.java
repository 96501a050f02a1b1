package de.lokalwillkommen.core.arranging;

/**
 * A change of an office for the history.
 *
 * @param kind what sort of thing was changed
 * @param key which one
 * @param action what was done
 * @param before how it was, as JSON; the empty string if it is new
 * @param after how it is now, as JSON
 */
record OfficeChange(String kind, String key, String action, String before, String after) {}

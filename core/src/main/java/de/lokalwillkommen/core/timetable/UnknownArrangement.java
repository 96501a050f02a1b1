package de.lokalwillkommen.core.timetable;

/**
 * An entry of the history that this version of the software cannot read, for instance one that a
 * newer version has written.
 *
 * @param noted the entry exactly as it is stored
 */
public record UnknownArrangement(String noted) implements Arrangement {}

package de.lokalwillkommen.core.texts;

/**
 * A text that is to be changed.
 *
 * @param line its line in a file, or its number in a list, from 1
 * @param key the key, with its bundle
 * @param pattern the new pattern; the shipped one takes a change back
 */
public record TextLine(int line, String key, String pattern) {}

package de.lokalwillkommen.core.texts;

import java.util.Optional;

/**
 * What a line would change.
 *
 * @param line the line
 * @param key the key of the text
 * @param before the pattern that applies now; empty if there is none
 * @param after the pattern that would apply
 */
public record TextChange(int line, String key, Optional<String> before, String after) {}

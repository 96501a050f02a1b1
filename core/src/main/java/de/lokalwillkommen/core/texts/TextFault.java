package de.lokalwillkommen.core.texts;

import de.lokalwillkommen.core.kernel.Refusal;

/**
 * A line that cannot be taken over.
 *
 * @param line the line
 * @param key the key as it is written there
 * @param refusal what is wrong with it
 */
public record TextFault(int line, String key, Refusal refusal) {}

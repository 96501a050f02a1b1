package de.lokalwillkommen.core.texts;

import de.lokalwillkommen.core.kernel.Author;
import java.time.Instant;
import java.util.Optional;

/**
 * A native speaker has read the texts of a language.
 *
 * @param at when this was noted
 * @param author who has noted it
 * @param changedSince when a text of the language was changed afterwards: then the check no longer
 *     covers all texts
 */
public record NativeCheck(Instant at, Author author, Optional<Instant> changedSince) {}

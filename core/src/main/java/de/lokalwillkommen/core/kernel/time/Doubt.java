package de.lokalwillkommen.core.kernel.time;

import java.time.Instant;
import java.util.Optional;

/**
 * The machine's clock shows another time than the one the office goes by.
 *
 * @param shown what the machine's clock shows
 * @param kept the time the office goes by meanwhile
 * @param believedAt when the machine's clock will be believed if it goes on like this, by that
 *     clock; empty while the database's clock contradicts it: then only an operator can tell
 */
public record Doubt(Instant shown, Instant kept, Optional<Instant> believedAt) {}

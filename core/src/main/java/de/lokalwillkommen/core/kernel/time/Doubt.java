package de.lokalwillkommen.core.kernel.time;

import java.time.Instant;
import java.util.Optional;

/**
 * The machine's clock differs from the office's time.
 *
 * @param shown what the machine's clock shows
 * @param kept the office's time meanwhile
 * @param believedAt when the machine's clock will be trusted if it advances steadily, by that
 *     clock; empty while the database's clock contradicts it: then only an operator can decide
 */
public record Doubt(Instant shown, Instant kept, Optional<Instant> believedAt) {}

package de.lokalwillkommen.core.ticketing;

import java.time.LocalDate;

/**
 * The line of an office as it is now.
 *
 * @param day the business day
 * @param version grows with every change of the line
 * @param waiting the number of visitors who wait
 */
public record LineToday(LocalDate day, long version, int waiting) {}

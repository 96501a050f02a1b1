package de.lokalwillkommen.core.ticketing;

/**
 * How far the line of an office had come on a day, counted from its tickets.
 *
 * @param walkIns the greatest number of a walk-in
 * @param appointments the greatest number of an appointment
 * @param waiting how many wait
 * @param calls the place of the last call in their sequence
 */
record LineCounts(int walkIns, int appointments, int waiting, long calls) {}

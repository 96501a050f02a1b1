package de.lokalwillkommen.core.ticketing;

/**
 * The counters of an office's line on a day, computed from its tickets.
 *
 * @param walkIns the greatest number given to a walk-in
 * @param appointments the greatest number given to an appointment
 * @param waiting the number of visitors who wait
 * @param calls the sequence number of the last call
 */
record LineCounts(int walkIns, int appointments, int waiting, long calls) {}

/**
 * Pages of visitors without an appointment: the start of an office's kiosk, the ticket just taken,
 * and the ticket on its visitor's phone.
 */
package de.lokalwillkommen.kiosk.ticket;

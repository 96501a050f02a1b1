/**
 * Pages of visitors with an appointment: finding a free time, booking it, checking in, the waitlist
 * and its offers.
 */
package de.lokalwillkommen.kiosk.booking;

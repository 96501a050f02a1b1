/**
 * How long people wait for an appointment: measured from the history of bookings, office by office
 * and day by day. It reads what booking has written and changes none of it.
 */
package de.lokalwillkommen.core.leadtime;

/** Appointments as calendar files. */
package de.lokalwillkommen.web.calendar;

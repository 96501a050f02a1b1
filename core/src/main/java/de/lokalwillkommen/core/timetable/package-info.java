/**
 * When an office has time for appointments, computed from its rules, exceptions, closures and terms
 * at each call. It does not know the bookings.
 */
package de.lokalwillkommen.core.timetable;

/**
 * When an office has time for appointments, computed from its rules, exceptions, closures and terms
 * whenever it is asked. It knows nothing of who has booked what.
 */
package de.lokalwillkommen.core.timetable;

/**
 * The arrangements of the staff for appointments: hours, exceptions, closed days and terms, the
 * appointments that a change would leave without a desk, and the history of all changes.
 */
package de.lokalwillkommen.core.availability;

/**
 * The arrangements of the staff for appointments: hours, exceptions, closed days and terms, the
 * appointments that a change would leave without a desk, and how changes are written into the
 * history.
 */
package de.lokalwillkommen.core.availability;

/**
 * What staff arranges for appointments: hours, exceptions, closed days and terms, whom a change
 * would leave without a desk, and the history of all that.
 */
package de.lokalwillkommen.core.availability;

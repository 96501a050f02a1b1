/**
 * Appointments: finding a free slot, holding, confirming, moving and cancelling it, and how an
 * appointment becomes a place in line. It publishes events for the waitlist and for letters and
 * knows neither.
 */
package de.lokalwillkommen.core.booking;

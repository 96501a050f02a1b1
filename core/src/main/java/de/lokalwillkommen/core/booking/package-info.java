/**
 * Appointments: finding a free slot, holding, confirming, moving and cancelling it, and how an
 * appointment becomes a place in line. Who waits and what is written to visitors is told, not
 * known.
 */
package de.lokalwillkommen.core.booking;

/** Estimates of the wait as ranges. */
package de.lokalwillkommen.core.forecast;

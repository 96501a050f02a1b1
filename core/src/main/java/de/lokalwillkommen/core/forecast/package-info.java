/** How long it will take: estimates of the wait as ranges. */
package de.lokalwillkommen.core.forecast;

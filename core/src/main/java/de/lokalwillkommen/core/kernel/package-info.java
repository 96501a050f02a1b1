/**
 * What every feature uses: refusals, domain events, the clock, the business day. It knows neither
 * offices nor tickets.
 */
package de.lokalwillkommen.core.kernel;

/**
 * What every feature stands on: refusals, domain events, the clock, the business day. Nothing of an
 * office or a ticket belongs here.
 */
package de.lokalwillkommen.core.kernel;

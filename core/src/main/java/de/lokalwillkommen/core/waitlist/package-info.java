/**
 * The waitlist: who would like an appointment, or an earlier one, and who gets the offer of a freed
 * place. It observes appointments and implements ports of booking; booking does not depend on it.
 */
package de.lokalwillkommen.core.waitlist;

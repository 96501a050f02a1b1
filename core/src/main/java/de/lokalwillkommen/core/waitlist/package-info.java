/**
 * Who would like an appointment, or an earlier one, and who is offered what becomes free. It hears
 * of appointments and answers booking by ports; booking does not know it.
 */
package de.lokalwillkommen.core.waitlist;

/**
 * The server's own process around Payara Micro: boot, readiness, a clean stop. Sees neither the
 * launcher nor, but for one call by name, the preparation of the database.
 */
package de.lokalwillkommen.server.run;

/**
 * Work on the database outside the applications: migration, the check that all servers share one
 * key, filling a demonstration, first accounts. Runs before the applications are deployed, with
 * libraries that they do not see.
 */
package de.lokalwillkommen.server.database;

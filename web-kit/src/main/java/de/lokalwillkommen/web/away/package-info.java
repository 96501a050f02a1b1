/**
 * What is answered while the database is away: at once, calmly, and without a thread that waits.
 */
package de.lokalwillkommen.web.away;

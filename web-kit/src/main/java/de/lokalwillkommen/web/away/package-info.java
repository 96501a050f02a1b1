/** The answers while the database is away: at once, and without a waiting thread. */
package de.lokalwillkommen.web.away;

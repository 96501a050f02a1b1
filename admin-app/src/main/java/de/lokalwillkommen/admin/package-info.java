/** What counsellors see and do: signing in at a counter, and the console. */
package de.lokalwillkommen.admin;

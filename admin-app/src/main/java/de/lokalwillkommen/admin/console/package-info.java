/**
 * The console of a counsellor at a counter: the line and the visitors there, the commands and their
 * forms, and what happens to visitors when the counsellor leaves.
 */
package de.lokalwillkommen.admin.console;

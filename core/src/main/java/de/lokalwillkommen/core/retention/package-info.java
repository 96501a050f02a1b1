/**
 * How long what is stored about people is kept, and which job deletes it: one schedule that names
 * every table. The jobs take their periods from it.
 */
package de.lokalwillkommen.core.retention;

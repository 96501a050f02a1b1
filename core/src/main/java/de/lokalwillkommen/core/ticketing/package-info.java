/**
 * The visitor's place in line: tickets with their statuses and history, numbers, and the line of an
 * office.
 */
package de.lokalwillkommen.core.ticketing;

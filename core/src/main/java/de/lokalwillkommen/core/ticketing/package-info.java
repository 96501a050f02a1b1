/**
 * The visitor's place in line: tickets with their states and history, numbers, and the line of an
 * office.
 */
package de.lokalwillkommen.core.ticketing;

/**
 * What an office lead orders for one day: no more numbers, another closing time, an announcement.
 */
package de.lokalwillkommen.core.dayorders;

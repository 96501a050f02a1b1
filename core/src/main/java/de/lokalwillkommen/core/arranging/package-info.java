/**
 * How the administration arranges offices: founding and closing them, their data, hours, counters
 * and topics, and whom a change would affect.
 */
package de.lokalwillkommen.core.arranging;

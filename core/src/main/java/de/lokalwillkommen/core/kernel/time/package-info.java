/**
 * The time that the office goes by, and how far the machine's clock is believed. One for all
 * applications of a server, so it lives in the server's common class loader and uses Java alone.
 */
package de.lokalwillkommen.core.kernel.time;

/**
 * The only code that all applications of a server share; it lives in the server's common class
 * loader.
 */
package de.lokalwillkommen.core.relay.bus;

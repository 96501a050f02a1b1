/**
 * The distribution itself, started as an operator starts it and used as visitors and counsellors
 * use it: real sockets, real browsers, kill -9.
 */
package de.lokalwillkommen.server.system;

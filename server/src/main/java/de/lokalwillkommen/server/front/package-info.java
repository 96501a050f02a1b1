/**
 * The layer between the network and Payara: every connection and every request passes here before a
 * thread is given to an application. Refuses by headers alone, buffers bodies without holding a
 * thread, and answers on its own while the server starts or stops.
 */
package de.lokalwillkommen.server.front;

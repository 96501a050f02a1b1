/**
 * The kiosk's REST interface, for kiosks, phone pages and whoever else issues and follows tickets.
 */
package de.lokalwillkommen.kiosk.api;

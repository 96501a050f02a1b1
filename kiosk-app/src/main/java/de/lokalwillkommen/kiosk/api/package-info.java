/**
 * The REST interface for kiosks, phone pages and other programs that issue and follow tickets and
 * book appointments. It uses the gate and no page.
 */
package de.lokalwillkommen.kiosk.api;

/** Kiosks and displays as registered devices of an office. */
package de.lokalwillkommen.core.devices;

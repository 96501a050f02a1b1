/** Kiosks and displays as known devices of an office. */
package de.lokalwillkommen.core.devices;

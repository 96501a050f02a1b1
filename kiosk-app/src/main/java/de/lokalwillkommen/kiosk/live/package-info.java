/** The live channel of phone pages: the state of a ticket. It uses the gate. */
package de.lokalwillkommen.kiosk.live;

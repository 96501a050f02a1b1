/** The live channel of phone pages: what they are told while they are open. It uses the gate. */
package de.lokalwillkommen.kiosk.live;

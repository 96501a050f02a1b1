/** What phone pages are told while they are open. */
package de.lokalwillkommen.kiosk.live;

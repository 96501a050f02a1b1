/** What consoles are told while they are open, and what time does to the lines. */
package de.lokalwillkommen.admin.live;

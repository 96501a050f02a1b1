/** The live channel of consoles and day lists: that something has changed, and its version. */
package de.lokalwillkommen.admin.live;

/**
 * Identifies callers and limits their requests: paired kiosks and their tokens, and the rate limits
 * of kiosks, visitors and networks. Pages, REST and sockets use it; it uses none of them.
 */
package de.lokalwillkommen.kiosk.gate;

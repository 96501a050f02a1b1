/** Messages from the server to pages, over sockets or polling, and who may receive them. */
package de.lokalwillkommen.web.live;

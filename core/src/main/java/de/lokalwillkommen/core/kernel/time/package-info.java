/**
 * The office's time, and how far the machine's clock is trusted. One instance serves all
 * applications of a server, so it lives in the server's common class loader and uses only the JDK.
 */
package de.lokalwillkommen.core.kernel.time;

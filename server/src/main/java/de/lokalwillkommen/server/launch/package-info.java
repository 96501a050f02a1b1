/**
 * The command that the operator starts: reads and checks options, unpacks the distribution, runs
 * the server as a child process. Kept small, because its process lives as long as the server's.
 *
 * <p>Order of the packages: {@code host ← options ← launch}.
 */
package de.lokalwillkommen.server.launch;

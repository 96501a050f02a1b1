/**
 * The command that the operator starts: reads and checks options, unpacks the distribution, runs
 * the server as a child process. Kept small, because its process lives as long as the server's.
 */
package de.lokalwillkommen.server.launch;

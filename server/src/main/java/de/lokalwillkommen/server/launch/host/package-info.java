/**
 * The machine on which the launcher runs: the data directory and the owners of files, encoding and
 * locale, and what is wrong with them in one line for the operator.
 */
package de.lokalwillkommen.server.launch.host;

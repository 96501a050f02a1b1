/**
 * The options of the operator, on the command line, in the environment or in the file of settings:
 * each value is read, checked and passed on as the server needs it.
 */
package de.lokalwillkommen.server.launch.options;

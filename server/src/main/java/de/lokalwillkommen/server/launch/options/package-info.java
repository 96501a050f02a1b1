/**
 * What the operator can set, on the command line, in the environment or in the file of settings:
 * each value is read, checked and handed on as the server needs it.
 */
package de.lokalwillkommen.server.launch.options;

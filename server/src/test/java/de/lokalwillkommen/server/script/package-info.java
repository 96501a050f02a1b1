/** Tests of the scripts of all applications, in Chromium and without a server. */
package de.lokalwillkommen.server.script;

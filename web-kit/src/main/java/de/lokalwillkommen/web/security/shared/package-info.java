/**
 * Code that the applications and the front of the server have in common: networks, and the lines of
 * the security log. It needs nothing but the JDK and lives in the server's common class loader.
 */
package de.lokalwillkommen.web.security.shared;

/** The networks from which requests come, and the log of sign-ins and refusals. */
package de.lokalwillkommen.web.security;

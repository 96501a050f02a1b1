/** From where requests come, and the log of sign-ins and refusals. */
package de.lokalwillkommen.web.security;

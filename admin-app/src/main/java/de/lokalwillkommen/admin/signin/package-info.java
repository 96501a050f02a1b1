/**
 * Pages for signing in at a counter and for choosing where to go then. Whether a sign-in is valid
 * is decided in {@code security}.
 */
package de.lokalwillkommen.admin.signin;

/**
 * The second factor of signing in: time-based one-time codes (RFC 6238), recovery codes, and
 * whether administrators need them.
 */
package de.lokalwillkommen.core.secondfactor;

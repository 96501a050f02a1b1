/**
 * Passes a committed change to every application on every server. The only package that knows the
 * bus.
 */
package de.lokalwillkommen.core.relay;

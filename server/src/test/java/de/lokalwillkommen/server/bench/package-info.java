/**
 * The benchmark: starts the distribution and prints one table. It measures and never fails for
 * being slow.
 */
package de.lokalwillkommen.server.bench;

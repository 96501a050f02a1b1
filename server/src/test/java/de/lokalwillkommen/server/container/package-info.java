/**
 * The core within the server: what only a real container does, such as injection, transactions,
 * managed threads and the entity managers it hands out.
 */
package de.lokalwillkommen.server.container;

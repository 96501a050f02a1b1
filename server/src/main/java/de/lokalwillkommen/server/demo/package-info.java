/**
 * The content of a demonstration: offices, people, two past weeks and a day in progress. Written as
 * rows into an empty database, which {@code server.database} has prepared.
 */
package de.lokalwillkommen.server.demo;

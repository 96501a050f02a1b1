/**
 * The content of a demonstration: offices, people, two weeks behind us and a day in full swing.
 * Written as rows into an empty database, which {@code server.database} has prepared.
 */
package de.lokalwillkommen.server.demo;

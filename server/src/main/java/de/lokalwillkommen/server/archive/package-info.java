/**
 * The portable archive of a database: its format, how it is written from a database and read into
 * another, and the rules that a database must fulfil. Knows JDBC and no kind of database in
 * particular.
 */
package de.lokalwillkommen.server.archive;

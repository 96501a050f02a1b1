/**
 * The hours of an office for appointments, with exceptions, closures and terms, as its lead sets
 * them.
 */
package de.lokalwillkommen.admin.availability;

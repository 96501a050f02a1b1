/**
 * When an office has time for appointments: its hours, exceptions, closures and terms, as its lead
 * arranges them.
 */
package de.lokalwillkommen.admin.availability;

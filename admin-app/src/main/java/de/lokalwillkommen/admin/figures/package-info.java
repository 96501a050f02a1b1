/**
 * Figures about an office, for those who lead it: how long people wait for an appointment. Days are
 * written as on the pages of availability.
 */
package de.lokalwillkommen.admin.figures;

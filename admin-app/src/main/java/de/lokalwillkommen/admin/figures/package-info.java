/**
 * Figures about an office, for those who lead it: lead times of appointments. Days are written as
 * on the pages of availability.
 */
package de.lokalwillkommen.admin.figures;

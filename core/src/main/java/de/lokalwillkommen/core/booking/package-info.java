/**
 * Appointments: when they can be had (availability), who has one, who is waiting for an earlier
 * one, and how an appointment becomes a place in line.
 */
package de.lokalwillkommen.core.booking;

/**
 * When an office has time for appointments, and how long people wait for one: what its lead
 * arranges and looks at.
 */
package de.lokalwillkommen.admin.plan;

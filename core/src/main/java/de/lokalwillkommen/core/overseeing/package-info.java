/**
 * The day of an office lead: what happens in an office now, at a glance, and what is ordered for
 * today.
 */
package de.lokalwillkommen.core.overseeing;

/** The day of an office lead: the office at a glance, and what is ordered for today. */
package de.lokalwillkommen.admin.today;

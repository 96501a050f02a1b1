/** Counsellors, their organisations and skills, signing in, and the shifts at the counters. */
package de.lokalwillkommen.core.staff;

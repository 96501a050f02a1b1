/**
 * The appointments of one day at an office: shown, searched, booked, moved, cancelled, printed as
 * slips and handed out as a file.
 */
package de.lokalwillkommen.admin.daylist;

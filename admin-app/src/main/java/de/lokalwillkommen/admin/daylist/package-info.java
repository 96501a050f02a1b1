/**
 * The appointments of one day at an office: shown, searched, booked, moved, cancelled, printed as
 * slips and downloaded as a file.
 */
package de.lokalwillkommen.admin.daylist;

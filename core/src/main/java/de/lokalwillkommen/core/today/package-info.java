/**
 * What is known of a visit for its day only: who has done what with a ticket, and the note for the
 * colleague who goes on. It is in no backup, and gone when the office's day is over.
 */
package de.lokalwillkommen.core.today;

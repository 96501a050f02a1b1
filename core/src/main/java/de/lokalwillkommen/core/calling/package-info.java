/**
 * Who is called next and why: the calling order, the routing by skills, and everything a counsellor
 * does with a ticket.
 */
package de.lokalwillkommen.core.calling;

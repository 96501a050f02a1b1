/**
 * Mails to visitors: an outbox, filled by observers of appointments and offers in the transaction
 * that changes them, and emptied afterwards. No other feature depends on it.
 */
package de.lokalwillkommen.core.letters;

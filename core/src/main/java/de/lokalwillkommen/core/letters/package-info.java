/**
 * What visitors are told by mail: an outbox, filled by hearing of appointments and offers in the
 * transaction that changes them, and emptied afterwards. No other feature knows it.
 */
package de.lokalwillkommen.core.letters;

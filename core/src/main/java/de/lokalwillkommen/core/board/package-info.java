/** What a waiting room sees: numbers and rooms, versioned and complete in itself. */
package de.lokalwillkommen.core.board;

/** What a waiting room shows: numbers and rooms, versioned and complete in itself. */
package de.lokalwillkommen.core.board;

/**
 * The boards in the waiting rooms: a plain page, a socket that pushes the whole board, and the
 * board as JSON.
 */
package de.lokalwillkommen.display;

/** Writes rows of any table as the applications do: identifiers in blocks, inserts in batches. */
package de.lokalwillkommen.server.database.rows;

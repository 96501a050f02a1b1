/** Whether the data can be read and written now, and what does not happen while it cannot. */
package de.lokalwillkommen.core.storage;

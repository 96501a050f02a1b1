/** Whether the data can be read and written now, and what is refused while it cannot. */
package de.lokalwillkommen.core.storage;

/** Information given at the door: counted by topic and language, without a ticket. */
package de.lokalwillkommen.core.enquiries;

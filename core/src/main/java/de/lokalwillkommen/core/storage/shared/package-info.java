/**
 * What a server's watch over its database tells all its applications; it lives in the server's
 * common class loader.
 */
package de.lokalwillkommen.core.storage.shared;

/**
 * The state of the database that a server's watch publishes to all applications; it lives in the
 * server's common class loader.
 */
package de.lokalwillkommen.core.storage.shared;

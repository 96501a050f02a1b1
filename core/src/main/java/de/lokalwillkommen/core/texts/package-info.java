/**
 * The texts that visitors meet: which of them the installation words itself, over those that are
 * shipped, and how complete a language is.
 */
package de.lokalwillkommen.core.texts;

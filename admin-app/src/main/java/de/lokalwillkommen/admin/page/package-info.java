/**
 * The parts that all pages of this application share: language, scripts and errors, where the
 * person is signed in, commands and their results, and texts for lines and languages.
 */
package de.lokalwillkommen.admin.page;

/**
 * What all pages of this application share: language, scripts and errors, where the person is
 * signed in, what was asked and done, and words for lines and languages.
 */
package de.lokalwillkommen.admin.page;

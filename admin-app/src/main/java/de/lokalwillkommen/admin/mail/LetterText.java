package de.lokalwillkommen.admin.mail;

/**
 * A letter in the visitor's language. It does not tell what the visitor comes for, since others may
 * read it over the shoulder or on a lock screen.
 *
 * @param subject one line
 * @param plain the text for whoever reads no HTML
 * @param html the same, as a page
 */
record LetterText(String subject, String plain, String html) {}

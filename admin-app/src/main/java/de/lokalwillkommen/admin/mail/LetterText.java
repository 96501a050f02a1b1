package de.lokalwillkommen.admin.mail;

/**
 * A letter in the visitor's language. It does not name the topic, since others may read it over the
 * shoulder or on a lock screen.
 *
 * @param subject one line
 * @param plain the text for mail programs without HTML
 * @param html the same, as a page
 */
record LetterText(String subject, String plain, String html) {}

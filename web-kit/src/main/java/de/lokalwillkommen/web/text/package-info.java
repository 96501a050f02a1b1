/** Languages, texts from the bundles, and times and numbers in the style of a language. */
package de.lokalwillkommen.web.text;

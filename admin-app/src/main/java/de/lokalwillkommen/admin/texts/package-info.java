/** The pages on which the administration changes the texts that visitors meet. */
package de.lokalwillkommen.admin.texts;

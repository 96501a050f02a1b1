/** The pages on which offices are founded and changed. */
package de.lokalwillkommen.admin.offices;

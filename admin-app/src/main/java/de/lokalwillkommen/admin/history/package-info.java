/** What has been changed in the offices, when and by whom: to be read, filtered and exported. */
package de.lokalwillkommen.admin.history;

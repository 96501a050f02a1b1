/** The people who sign in: the list, one person with the access, and the own account. */
package de.lokalwillkommen.admin.people;

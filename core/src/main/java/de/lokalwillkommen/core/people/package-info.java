/** People and their accounts: inviting them, choosing passwords, and ending their access. */
package de.lokalwillkommen.core.people;

/** The page on which the installation names itself, and the steps of setting it up. */
package de.lokalwillkommen.admin.installation;

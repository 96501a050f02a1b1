/**
 * How the installation names itself: its name, its logo, the addresses of its legal pages, and
 * whether it shows that the European Union funds it.
 */
package de.lokalwillkommen.core.installation;

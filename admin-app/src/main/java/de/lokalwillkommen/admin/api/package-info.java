/** The staff's REST interface. */
package de.lokalwillkommen.admin.api;

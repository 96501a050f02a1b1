/** What pages of all applications need: assets, addresses, cookies, headers. */
package de.lokalwillkommen.web.page;

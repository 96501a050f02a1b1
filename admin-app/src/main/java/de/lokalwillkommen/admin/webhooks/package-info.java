/** Webhooks: how their messages are sent, and the page that manages them. */
package de.lokalwillkommen.admin.webhooks;

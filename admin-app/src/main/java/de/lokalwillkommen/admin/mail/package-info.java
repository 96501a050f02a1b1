/**
 * Letters by mail to visitors who have left an address: how they are written, and how they are
 * sent.
 */
package de.lokalwillkommen.admin.mail;

/**
 * The parts that all pages of visitors share: addresses, forms, aids, times in words, refusals and
 * error pages. It uses the gate; the pages of tickets and appointments use it.
 */
package de.lokalwillkommen.kiosk.page;

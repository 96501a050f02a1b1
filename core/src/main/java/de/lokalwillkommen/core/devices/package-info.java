/**
 * Kiosks, boards and outposts' tablets as registered devices of an office: how they are paired,
 * recognised, renamed, moved and revoked.
 */
package de.lokalwillkommen.core.devices;

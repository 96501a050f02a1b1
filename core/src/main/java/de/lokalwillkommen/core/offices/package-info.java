/**
 * The offices, their counters, topics and opening hours: everything arranged before the first
 * visitor comes.
 */
package de.lokalwillkommen.core.offices;

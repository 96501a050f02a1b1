/**
 * The offices, their counters, topics and opening hours: what is arranged before the first visitor
 * comes.
 */
package de.lokalwillkommen.core.offices;

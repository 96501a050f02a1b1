/**
 * A day falls out, or a colleague is ill: the working list of the appointments of the day, a new
 * time proposed for each, and moving or cancelling them one by one, so that nothing is lost
 * halfway.
 */
package de.lokalwillkommen.core.rebooking;

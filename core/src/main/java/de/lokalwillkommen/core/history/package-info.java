/**
 * One log of all that staff, devices and the system change: when, who, what, before and after. It
 * listens to {@link de.lokalwillkommen.core.kernel.Changed}; who changes something does not know
 * it.
 */
package de.lokalwillkommen.core.history;

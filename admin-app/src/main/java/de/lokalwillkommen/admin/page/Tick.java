package de.lokalwillkommen.admin.page;

/**
 * A choice to tick in a form.
 *
 * @param value the submitted value
 * @param label its text
 * @param ticked whether it is ticked
 */
public record Tick(String value, String label, boolean ticked) {}

/**
 * The pages and interfaces of visitors, on the touch kiosk and on their phones. A page's bean holds
 * the input, calls one use case or read model and shows the answer.
 *
 * <p>Order of the packages: {@code gate ← page ← {ticket, booking}}; {@code gate ← api}; {@code
 * gate ← live}.
 */
package de.lokalwillkommen.kiosk;

/**
 * What visitors see: the pages of the touch kiosk and of their phones. A page's bean holds the
 * input, calls one use case or read model and shows the answer.
 */
package de.lokalwillkommen.kiosk;

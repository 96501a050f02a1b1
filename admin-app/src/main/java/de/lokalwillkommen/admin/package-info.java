/**
 * The pages and interfaces of staff: the counsellors' console, the day list, the hours of an
 * office, and figures; the staff's REST; letters and background jobs.
 *
 * <p>Order of the packages: {@code security ← {page, signin}}; {@code page ← {console, daylist,
 * availability, api}}; {@code signin ← console ← daylist}; {@code availability ← figures}; {@code
 * live ← {console, daylist, api}}; {@code mail ← upkeep}.
 */
package de.lokalwillkommen.admin;

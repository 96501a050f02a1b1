/** Rate limits, and delays that grow with each failure. */
package de.lokalwillkommen.web.ratelimit;

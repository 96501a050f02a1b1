/** What each application does as a whole: its start and end, its readiness, its settings. */
package de.lokalwillkommen.web.app;

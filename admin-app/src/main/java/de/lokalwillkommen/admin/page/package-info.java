/** How every page of this application is served: its language, its scripts, its errors. */
package de.lokalwillkommen.admin.page;

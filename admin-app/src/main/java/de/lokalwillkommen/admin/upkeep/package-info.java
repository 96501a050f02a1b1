/**
 * The work that this application does on its own, and its reports to operators: background jobs,
 * each on one server of a cluster at a time, and health checks.
 */
package de.lokalwillkommen.admin.upkeep;

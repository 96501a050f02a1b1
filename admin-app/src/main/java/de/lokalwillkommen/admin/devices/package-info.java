/** The pages on which staff pair kiosks, boards and tablets, and manage those that are paired. */
package de.lokalwillkommen.admin.devices;

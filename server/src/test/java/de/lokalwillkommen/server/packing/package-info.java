/** Part of the build: puts together what the distribution carries. */
package de.lokalwillkommen.server.packing;

/**
 * Lets the wall clock of a started server leap. A JVM under libfaketime hangs, since that library
 * confuses the clocks on which its threads wait; so an agent shifts what the server's JVM reads.
 */
package de.lokalwillkommen.server.wrongclock;

/**
 * Who asks, and whether they may: recognising a sign-in by its token, and the gate through which
 * every request of this application goes.
 */
package de.lokalwillkommen.admin.security;

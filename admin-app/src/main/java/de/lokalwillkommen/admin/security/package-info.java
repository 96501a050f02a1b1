/**
 * Authentication and authorisation: recognising a sign-in by its token, and the gate that every
 * request of this application passes.
 */
package de.lokalwillkommen.admin.security;

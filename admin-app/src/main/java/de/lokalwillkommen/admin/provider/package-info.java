/**
 * OpenID Connect with the identity provider of the city: the authorization code flow with PKCE, the
 * checks of what the provider sends, and signing out on both sides. What an account may do here is
 * decided in the core.
 */
package de.lokalwillkommen.admin.provider;

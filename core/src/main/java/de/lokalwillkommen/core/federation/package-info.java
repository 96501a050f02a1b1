/**
 * People whom an identity provider of the city recognises: which person an account is, which of its
 * claims give which role, office and organisation, and how the sign-ins here and there end
 * together. The protocol is not known here.
 */
package de.lokalwillkommen.core.federation;

package de.lokalwillkommen.admin.provider;

import java.time.Duration;
import java.util.Optional;

/**
 * What the provider says about a sign-out.
 *
 * @param session the session that has ended, if one is named
 * @param subject the account, if it is named; without a session all its sessions have ended
 * @param ago how long ago, at least
 */
public record LogoutNotice(Optional<String> session, Optional<String> subject, Duration ago) {}

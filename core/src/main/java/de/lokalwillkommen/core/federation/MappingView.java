package de.lokalwillkommen.core.federation;

import de.lokalwillkommen.core.staff.Role;
import java.util.Optional;

/**
 * A value of the provider's claim that gives a role.
 *
 * @param id the identifier
 * @param value the value, exactly as the provider sends it
 * @param role the role that it gives
 * @param office the slug of the office in which it gives the role; empty for all
 * @param organisation the identifier of the organisation that it gives; empty for none
 */
public record MappingView(
    long id, String value, Role role, Optional<String> office, Optional<String> organisation) {}

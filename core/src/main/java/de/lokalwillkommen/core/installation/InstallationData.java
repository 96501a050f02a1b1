package de.lokalwillkommen.core.installation;

import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refusal.Kind;

/**
 * What the administration decides about the installation. The canonical constructor refuses, as
 * {@code INVALID}, what does not fit and names the field.
 *
 * @param name what visitors read, 1 to 80 characters
 * @param imprint the address of the imprint
 * @param privacy the address of the privacy notice
 * @param accessibility the address of the accessibility statement
 * @param euFunded whether the emblem of the European Union and the line about its funding are shown
 * @param contacts whom visitors ask about their data
 */
public record InstallationData(
    String name,
    LegalAddress imprint,
    LegalAddress privacy,
    LegalAddress accessibility,
    boolean euFunded,
    PrivacyContacts contacts) {

  private static final int LONGEST_NAME = 80;

  public InstallationData {
    name = name == null ? "" : name.strip();
    if (name.isEmpty()
        || name.length() > LONGEST_NAME
        || name.chars().anyMatch(Character::isISOControl)) {
      throw refused("name");
    }
  }

  private static RuntimeException refused(String field) {
    return Refusal.of(Kind.INVALID, "installation." + field).with("field", field).asException();
  }
}

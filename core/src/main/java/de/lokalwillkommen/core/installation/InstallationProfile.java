package de.lokalwillkommen.core.installation;

import java.util.Optional;

/**
 * The installation as it names itself, to be shown.
 *
 * @param version the state that a change has to name
 * @param name what visitors read; the empty string before the administration has chosen a name
 * @param imprint the address of the imprint
 * @param privacy the address of the privacy notice
 * @param accessibility the address of the accessibility statement
 * @param euFunded whether the emblem of the European Union and the line about its funding are shown
 * @param logo the hash of the logo, if there is one
 * @param contacts whom visitors ask about their data
 */
public record InstallationProfile(
    int version,
    String name,
    LegalAddress imprint,
    LegalAddress privacy,
    LegalAddress accessibility,
    boolean euFunded,
    Optional<String> logo,
    PrivacyContacts contacts) {

  /** Whether the administration has chosen a name. */
  public boolean isNamed() {
    return !name.isEmpty();
  }

  /**
   * Whether the notice about data protection names what every public office has: the address of its
   * privacy notice and its data protection officer.
   */
  public boolean saysWhomToAsk() {
    return !privacy.isEmpty() && !contacts.officer().isEmpty();
  }
}

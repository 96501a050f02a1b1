package de.lokalwillkommen.admin.mail;

import de.lokalwillkommen.core.installation.InstallationProfile;
import de.lokalwillkommen.core.installation.LegalAddress;
import de.lokalwillkommen.core.installation.PrivacyContacts;
import de.lokalwillkommen.web.page.InstallationName;
import java.util.Optional;

/** An installation with a name of its own, for letters in tests. */
public final class NamedInstallation {

  public static final InstallationName NAME =
      new InstallationName(
          () ->
              new InstallationProfile(
                  1,
                  "Anlaufstelle",
                  LegalAddress.NONE,
                  LegalAddress.NONE,
                  LegalAddress.NONE,
                  false,
                  Optional.empty(),
                  PrivacyContacts.NONE));

  private NamedInstallation() {}
}

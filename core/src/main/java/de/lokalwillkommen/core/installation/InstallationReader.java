package de.lokalwillkommen.core.installation;

import de.lokalwillkommen.core.kernel.ReadModel;
import jakarta.inject.Inject;
import java.util.Optional;

/** Reads the installation as the database has it now, for its editor and for the cache. */
@ReadModel
public class InstallationReader {

  private Installations installations;

  protected InstallationReader() {}

  @Inject
  InstallationReader(Installations installations) {
    this.installations = installations;
  }

  /** The installation as the database has it now. */
  public InstallationProfile get() {
    return installations.get().profile();
  }

  Optional<Logo> findLogo() {
    return installations.findLogo();
  }
}

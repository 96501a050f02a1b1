package de.lokalwillkommen.web.page;

import de.lokalwillkommen.core.installation.InstallationDirectory;
import de.lokalwillkommen.core.installation.InstallationProfile;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.function.Supplier;

/** The name of the installation for what is no page: letters and calendar files. */
@ApplicationScoped
public class InstallationName {

  private Supplier<InstallationProfile> installation;

  protected InstallationName() {}

  @Inject
  public InstallationName(InstallationDirectory directory) {
    this(directory::get);
  }

  public InstallationName(Supplier<InstallationProfile> installation) {
    this.installation = installation;
  }

  /** The name that visitors read now. */
  public String get() {
    return Branding.nameOf(installation.get());
  }
}

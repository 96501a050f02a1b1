package de.lokalwillkommen.admin.signin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The file with the setup code, which is of no more use once an administrator exists. */
@ApplicationScoped
class UsedSetupCode {

  private static final Logger LOG = Logger.getLogger(UsedSetupCode.class.getName());

  private Path file;

  protected UsedSetupCode() {}

  @Inject
  UsedSetupCode(@ConfigProperty(name = "lw.data") String data) {
    this.file = Path.of(data, "setup-code");
  }

  /** Removes it; the next start does so if that fails. */
  void remove() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      LOG.log(Level.WARNING, "the setup code, which is used up, could not be removed", e);
    }
  }
}

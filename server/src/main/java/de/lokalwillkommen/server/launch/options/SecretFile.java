package de.lokalwillkommen.server.launch.options;

import de.lokalwillkommen.server.launch.host.LaunchRefusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Optional;

/** A file with a password or another secret, which an option names. */
public record SecretFile(Path path) {

  /**
   * Checks that this user may read it.
   *
   * @param what what the file is, in words for the operator
   * @throws LaunchRefusal if it cannot be read
   */
  Path checked(String what) {
    if (!Files.isReadable(path)) {
      throw new LaunchRefusal("the " + what + " " + path + " cannot be read");
    }
    return path.toAbsolutePath();
  }

  /**
   * A line for the operator if every user of this machine may read the file. That is no reason to
   * refuse: some ways of handing over secrets to services make such files where others cannot look.
   */
  public Optional<String> findWarning() {
    try {
      return Files.getPosixFilePermissions(path).contains(PosixFilePermission.OTHERS_READ)
          ? Optional.of(
              "warning: every user of this machine may read the secret in "
                  + path
                  + ", unless its folder keeps them out: chmod o= "
                  + path)
          : Optional.empty();
    } catch (IOException | UnsupportedOperationException e) {
      return Optional.empty(); // what cannot be read is refused where it is used
    }
  }
}

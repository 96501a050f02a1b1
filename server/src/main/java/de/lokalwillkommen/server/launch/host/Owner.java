package de.lokalwillkommen.server.launch.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;

/**
 * The owner of files. Users are compared by their number, since one without an entry in {@code
 * /etc/passwd}, as in a container, has no name.
 */
public final class Owner {

  private static final Path THIS_PROCESS = Path.of("/proc/self");

  private Owner() {}

  /** The user that runs this program. */
  static UserPrincipal ourselves() throws IOException {
    return Files.getOwner(THIS_PROCESS);
  }

  /** Whether the user that runs this program owns the file. */
  public static boolean isOurs(Path file) throws IOException {
    return Files.getOwner(file).equals(ourselves());
  }
}

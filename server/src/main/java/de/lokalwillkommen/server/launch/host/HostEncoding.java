package de.lokalwillkommen.server.launch.host;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The encoding in which the host hands arguments and paths to a process: that of its locale. Under
 * {@code LC_ALL=C} letters beyond ASCII arrive as replacement characters and leave as question
 * marks, so a device called "Küche" would be stored as another. Such texts are refused with the
 * remedy.
 */
public final class HostEncoding {
  private static final char REPLACEMENT = '\uFFFD';
  private static final String REMEDY = "; run it again with LC_ALL=C.UTF-8 in the environment";

  private final Charset charset;

  HostEncoding(Charset charset) {
    this.charset = charset;
  }

  /** The encoding of the locale in which this process was started. */
  public static HostEncoding ofThisProcess() {
    String name = System.getProperty("sun.jnu.encoding", StandardCharsets.UTF_8.name());
    return new HostEncoding(Charset.forName(name));
  }

  /**
   * Checks arguments that this process has received.
   *
   * @throws Refusal if an argument has lost characters
   */
  public static void requireReadable(String... arguments) {
    for (String argument : arguments) {
      if (argument.indexOf(REPLACEMENT) >= 0) {
        throw new Refusal("the locale cannot read all letters of \"" + argument + "\"" + REMEDY);
      }
    }
  }

  /**
   * Checks arguments that are to be passed to a process.
   *
   * @throws Refusal if an argument would lose characters on its way
   */
  public void requireWritable(List<String> arguments) {
    for (String argument : arguments) {
      if (!charset.newEncoder().canEncode(argument)) {
        throw new Refusal("the locale has no letters for \"" + argument + "\"" + REMEDY);
      }
    }
  }
}

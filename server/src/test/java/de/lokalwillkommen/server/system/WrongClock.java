package de.lokalwillkommen.server.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The wall clock of a server, which can be changed while the server runs (libfaketime). */
final class WrongClock {

  private final Path offset;

  WrongClock(Path folder) throws IOException {
    offset = folder.resolve("offset");
    isOffBy("+0");
  }

  /** The beginning of the command line of a server with this clock, on a Turkish host. */
  List<String> prefix() throws IOException {
    return List.of(
        "env",
        "LD_PRELOAD=" + library(),
        "FAKETIME_TIMESTAMP_FILE=" + offset,
        "FAKETIME_CACHE_DURATION=1",
        // the monotonic clock of a real machine does not leap
        "FAKETIME_DONT_FAKE_MONOTONIC=1",
        "NO_FAKE_STAT=1",
        "JAVA_TOOL_OPTIONS=-Duser.language=tr -Duser.country=TR");
  }

  /**
   * Sets the clock ahead, or right again.
   *
   * @param difference from the right time, such as {@code +1d} or {@code +0}
   */
  void isOffBy(String difference) throws IOException {
    Files.writeString(offset, difference);
  }

  private static Path library() throws IOException {
    try (Stream<Path> places = Files.list(Path.of("/usr/lib"))) {
      return places
          .map(place -> place.resolve("faketime/libfaketime.so.1"))
          .filter(Files::exists)
          .findFirst()
          .orElseThrow();
    }
  }
}

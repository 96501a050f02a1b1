package de.lokalwillkommen.server.system;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A JDK on this machine.
 *
 * @param home where it is installed
 * @param version as its own file {@code release} says
 */
record InstalledJava(Path home, Runtime.Version version) {

  private static final List<Path> WHERE =
      List.of(
          Path.of("/usr/lib/jvm"),
          Path.of("/opt"),
          Path.of(System.getProperty("user.home"), ".sdkman/candidates/java"),
          Path.of(System.getProperty("user.home"), ".jdks"));

  /** One of each release from 21 on, save for the one that runs this. */
  static Collection<InstalledJava> listOthers() throws IOException {
    Map<Integer, InstalledJava> byRelease = new TreeMap<>();
    for (Path where : WHERE) {
      if (Files.isDirectory(where)) {
        try (Stream<Path> homes = Files.list(where)) {
          for (Path home : homes.filter(InstalledJava::isJdk).toList()) {
            InstalledJava found = at(home);
            byRelease.put(found.version.feature(), found);
          }
        }
      }
    }
    byRelease.remove(Runtime.version().feature());
    byRelease.keySet().removeIf(release -> release < 21);
    return byRelease.values();
  }

  private static boolean isJdk(Path home) {
    return Files.exists(home.resolve("release")) && Files.isExecutable(home.resolve("bin/javac"));
  }

  private static InstalledJava at(Path home) throws IOException {
    Properties release = new Properties();
    try (Reader written = Files.newBufferedReader(home.resolve("release"))) {
      release.load(written);
    }
    String version = release.getProperty("JAVA_VERSION").replace("\"", "");
    return new InstalledJava(home, Runtime.Version.parse(version));
  }

  @Override
  public String toString() {
    return "Java " + version + " in " + home;
  }
}

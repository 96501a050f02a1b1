package de.lokalwillkommen.server.system;

import de.lokalwillkommen.server.wrongclock.ClockAgent;
import de.lokalwillkommen.server.wrongclock.MachineClock;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.LongBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.jar.Attributes.Name;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;

/** The wall clock of a server, which can be changed while the server runs. */
final class WrongClock {

  private final Path agent;
  private final Path file;
  private final LongBuffer aheadMillis;

  /**
   * @param folder for the files that this needs
   */
  WrongClock(Path folder) throws IOException {
    agent = folder.resolve("clock-agent.jar");
    file = folder.resolve("ahead");
    aheadMillis = MachineClock.map(file);
    writeAgent();
  }

  /** The option with which a server has this clock. */
  String option() {
    return "--java-options=-javaagent:" + agent + "=" + file;
  }

  /** Sets the clock ahead of the right time, or behind it. */
  void isAheadBy(Duration difference) {
    aheadMillis.put(0, difference.toMillis());
  }

  /** Sets the clock to that time; it goes on from there. */
  void shows(Instant time) {
    isAheadBy(Duration.between(Instant.now(), time));
  }

  /** Sets the clock right. */
  void isRight() {
    isAheadBy(Duration.ZERO);
  }

  private void writeAgent() throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().putValue("Premain-Class", ClockAgent.class.getName());
    manifest.getMainAttributes().putValue("Can-Retransform-Classes", "true");
    manifest
        .getMainAttributes()
        .putValue("Boot-Class-Path", agent.getFileName() + " " + placeOf(ClassReader.class));
    Path classes = Path.of(placeOf(ClockAgent.class));
    try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(agent), manifest);
        Stream<Path> all = Files.list(classes.resolve(packagePath()))) {
      for (Path one : all.toList()) {
        jar.putNextEntry(new JarEntry(packagePath() + "/" + one.getFileName()));
        try (InputStream content = Files.newInputStream(one)) {
          content.transferTo(jar);
        }
      }
    }
  }

  private static String packagePath() {
    return ClockAgent.class.getPackageName().replace('.', '/');
  }

  private static String placeOf(Class<?> type) {
    try {
      return type.getProtectionDomain().getCodeSource().getLocation().toURI().getRawPath();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}

package de.lokalwillkommen.server.packing;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;

/**
 * Joins most of the 320 jars of Payara Micro within the distribution into one. A class or resource
 * that is not in Payara, such as each one of the applications, would be searched in all of them,
 * which was a third of the work of a start.
 *
 * <p>Part of the build, after the inventory; its arguments are the distribution and the time that
 * the build says it was made.
 */
public final class JoinedPayara {
  private static final String JOINED = "runtime/joined.jar";

  private JoinedPayara() {}

  /** Joins them in place. */
  public static void main(String[] arguments) throws IOException {
    Instant made = Instant.parse(arguments[1]);
    try (FileSystem distribution = FileSystems.newFileSystem(Path.of(arguments[0]))) {
      join(distribution.getPath("/dist/payara"), made);
    }
  }

  private static void join(Path payara, Instant made) throws IOException {
    Path launcher = payara.resolve("launch-micro.jar");
    Map<String, byte[]> entries = JoinedJars.entries(Files.readAllBytes(launcher));
    Manifest manifest = new Manifest(new ByteArrayInputStream(entries.get(JarFile.MANIFEST_NAME)));
    JoinedJars joined = new JoinedJars();
    List<String> classPath = new ArrayList<>(List.of(JOINED));
    for (String name : JoinedJars.classPath(manifest)) {
      Path jar = payara.resolve(name);
      if (joined.add(jar.getFileName().toString(), Files.readAllBytes(jar))) {
        Files.delete(jar);
      } else {
        classPath.add(name);
      }
    }
    put(payara.resolve(JOINED), joined.toJar(made), made);
    manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, String.join(" ", classPath));
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    manifest.write(text);
    entries.put(JarFile.MANIFEST_NAME, text.toByteArray());
    put(launcher, JoinedJars.zip(entries, made), made);
  }

  private static void put(Path file, byte[] content, Instant made) throws IOException {
    Files.write(file, content);
    // all three of them, or the file has the time of this build
    FileTime time = FileTime.from(made);
    Files.getFileAttributeView(file, BasicFileAttributeView.class).setTimes(time, time, time);
  }
}

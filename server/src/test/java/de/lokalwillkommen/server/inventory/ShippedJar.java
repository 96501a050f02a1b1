package de.lokalwillkommen.server.inventory;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.jar.Attributes;
import java.util.jar.JarInputStream;
import java.util.jar.Manifest;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;

/**
 * A jar within the distribution and its own metadata.
 *
 * @param path its place in the distribution, with {@code !} before its place in an archive
 * @param group the Maven group; the empty string if unknown
 * @param name the Maven artifact, or else the name of the file
 * @param version the version; the empty string if unknown
 * @param stated its licences as stated in the jar, as names or addresses
 */
record ShippedJar(String path, String group, String name, String version, List<String> stated) {

  /** Such as {@code lib/primefaces-15.0.13-jakarta.jar}. */
  private static final Pattern FILE =
      Pattern.compile("(?<name>[^/]+?)(-(?<version>\\d[\\w.]*)(-\\w+)?)?\\.(jar|rar)$");

  private static final Pattern LICENCES = Pattern.compile("(?s)<licenses>(.*?)</licenses>");
  private static final Pattern LICENCE_NAME = Pattern.compile("(?s)<name>(.*?)</name>");

  /** Reads a jar. */
  static ShippedJar read(String path, byte[] content) {
    List<byte[]> poms = new ArrayList<>();
    List<Properties> coordinates = new ArrayList<>();
    try (JarInputStream jar = new JarInputStream(new ByteArrayInputStream(content))) {
      Attributes says =
          Optional.ofNullable(jar.getManifest())
              .map(Manifest::getMainAttributes)
              .orElseGet(Attributes::new);
      for (ZipEntry entry = jar.getNextEntry(); entry != null; entry = jar.getNextEntry()) {
        if (entry.getName().matches("META-INF/maven/.*/pom\\.xml")) {
          poms.add(jar.readAllBytes());
        } else if (entry.getName().matches("META-INF/maven/.*/pom\\.properties")) {
          Properties read = new Properties();
          read.load(new ByteArrayInputStream(jar.readAllBytes()));
          coordinates.add(read);
        }
      }
      // a jar with the poms of several artifacts is a bundle of them
      Properties own = coordinates.size() == 1 ? coordinates.get(0) : new Properties();
      Matcher file = FILE.matcher(path);
      file.find();
      return new ShippedJar(
          path,
          own.getProperty("groupId", ""),
          own.getProperty("artifactId", file.group("name")),
          own.getProperty("version", version(file, says)),
          stated(poms, says));
    } catch (IOException e) {
      throw new UncheckedIOException(path, e);
    }
  }

  private static String version(Matcher file, Attributes says) {
    return Optional.ofNullable(file.group("version"))
        .orElseGet(() -> says(says, "Bundle-Version", "Implementation-Version"));
  }

  private static String says(Attributes attributes, String... names) {
    return Arrays.stream(names)
        .map(attributes::getValue)
        .filter(value -> value != null)
        .findFirst()
        .orElse("");
  }

  private static List<String> stated(List<byte[]> poms, Attributes says) {
    List<String> inPom =
        poms.stream()
            .limit(1)
            .map(pom -> new String(pom, StandardCharsets.UTF_8))
            .flatMap(pom -> LICENCES.matcher(pom).results())
            .flatMap(found -> LICENCE_NAME.matcher(found.group(1)).results())
            .map((MatchResult name) -> name.group(1).strip())
            .toList();
    return inPom.isEmpty() ? inManifest(says) : inPom;
  }

  /**
   * OSGi separates licences by commas, which some names have too, and the attributes of one by
   * semicolons.
   */
  private static List<String> inManifest(Attributes says) {
    return Arrays.stream(says(says, "Bundle-License").split(",(?! *[Vv]ersion)"))
        .map(one -> one.replaceAll(";.*", "").replace("\"", "").strip())
        .filter(one -> !one.isEmpty())
        .toList();
  }
}

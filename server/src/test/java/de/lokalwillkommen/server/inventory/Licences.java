package de.lokalwillkommen.server.inventory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The names of licences and the allowed ones, from the files in {@code src/licences}: {@code
 * allowed.txt}, {@code stated.txt} (names and addresses by which projects name a licence) and
 * {@code components.txt} (the licences of jars that name none).
 */
final class Licences {

  private static final String TAB = "\t";
  private static final String CHOICE = " OR ";
  private static final String OWN_GROUP = "de.lokalwillkommen";
  private static final String OWN = "EUPL-1.2";

  /** Projects of the Eclipse Foundation that name both offer the second instead of the first. */
  private static final List<String> EITHER =
      List.of("EPL-2.0", "GPL-2.0-only WITH Classpath-exception-2.0");

  private final Set<String> allowed;
  private final Map<String, String> stated;
  private final List<String[]> components;

  private Licences(Set<String> allowed, Map<String, String> stated, List<String[]> components) {
    this.allowed = allowed;
    this.stated = stated;
    this.components = components;
  }

  /** Reads the files of a folder. */
  static Licences in(Path folder) throws IOException {
    return new Licences(
        Set.copyOf(lines(folder.resolve("allowed.txt"))),
        lines(folder.resolve("stated.txt")).stream()
            .map(line -> line.split(TAB))
            .collect(Collectors.toMap(parts -> parts[1], parts -> parts[0])),
        lines(folder.resolve("components.txt")).stream().map(line -> line.split(TAB)).toList());
  }

  /** The lines of a file without comments. */
  static List<String> lines(Path file) throws IOException {
    return Files.readAllLines(file).stream()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .toList();
  }

  /**
   * The licences of a jar, sorted; each an SPDX identifier, or a choice of them joined by {@code
   * OR}.
   *
   * @throws UnknownLicence if the jar names none and no file does, or if a name is unknown
   */
  Set<String> of(ShippedJar jar) {
    if (jar.group().equals(OWN_GROUP)) {
      return Set.of(OWN);
    }
    if (jar.stated().isEmpty()) {
      return Set.of(told(jar));
    }
    Set<String> its =
        jar.stated().stream()
            .map(text -> meaning(jar, text))
            .collect(Collectors.toCollection(TreeSet::new));
    if (its.containsAll(EITHER)) {
      EITHER.forEach(its::remove);
      its.add(String.join(CHOICE, EITHER));
    }
    return its;
  }

  private String told(ShippedJar jar) {
    return components.stream()
        .filter(parts -> parts[0].equals(jar.name()))
        .map(parts -> parts[1])
        .findFirst()
        .orElseThrow(() -> new UnknownLicence(jar.path() + " names no licence"));
  }

  private String meaning(ShippedJar jar, String text) {
    return Optional.ofNullable(stated.get(text))
        .orElseThrow(() -> new UnknownLicence(jar.path() + " is under \"" + text + "\""));
  }

  /** Whether one of the choices is allowed. */
  boolean isAllowed(String licence) {
    return choices(licence).stream().anyMatch(allowed::contains);
  }

  /** The single licences of a choice. */
  static List<String> choices(String licence) {
    return Arrays.asList(licence.split(CHOICE));
  }

  /** A jar whose licence has to be looked up and written down. */
  static final class UnknownLicence extends RuntimeException {
    private static final long serialVersionUID = 1;

    UnknownLicence(String message) {
      super(message);
    }
  }
}

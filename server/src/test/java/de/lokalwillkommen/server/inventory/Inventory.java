package de.lokalwillkommen.server.inventory;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.cyclonedx.Version;
import org.cyclonedx.exception.GeneratorException;
import org.cyclonedx.generators.BomGeneratorFactory;
import org.cyclonedx.model.Bom;
import org.cyclonedx.model.Component;
import org.cyclonedx.model.Component.Type;
import org.cyclonedx.model.License;
import org.cyclonedx.model.LicenseChoice;
import org.cyclonedx.model.Metadata;
import org.cyclonedx.model.Property;
import org.cyclonedx.model.license.Expression;

/**
 * Lists everything in the distribution: reads every jar, including those within applications, and
 * adds a bill of materials in CycloneDX format and a folder with the licences. It fails if the
 * licence of a part is unknown or not allowed; so the distribution contains only what is listed.
 *
 * <p>Part of the build; its arguments are the distribution, the folder of {@link Licences}, the
 * version of the product and the time that the build says it was made.
 */
public final class Inventory {

  private static final String BILL = "META-INF/sbom/bom.json";
  private static final String FOLDER = "licences";
  private static final String EXCEPTION = " WITH ";

  /** Licences without an identifier and a text in SPDX. */
  private static final String NO_TEXT = "LicenseRef-";

  private final Licences licences;
  private final Map<String, Component> components = new TreeMap<>();
  private final Set<String> used = new TreeSet<>();
  private final List<String> objections = new ArrayList<>();

  private Inventory(Licences licences) {
    this.licences = licences;
  }

  /** Adds the inventory to a distribution. */
  public static void main(String[] arguments) throws IOException, GeneratorException {
    Path distribution = Path.of(arguments[0]);
    Path folder = Path.of(arguments[1]);
    Inventory inventory = new Inventory(Licences.in(folder));
    inventory.readAll("", Files.newInputStream(distribution));
    for (String line : Licences.lines(folder.resolve("others.txt"))) {
      String[] parts = line.split("\t");
      inventory.add(component("", parts[0], parts[1]), Set.of(parts[2]), parts[3]);
    }
    inventory.requireAllowed();
    try (FileSystem jar = FileSystems.newFileSystem(distribution)) {
      inventory.write(jar.getPath("/"), arguments[2], Instant.parse(arguments[3]));
    }
  }

  private void readAll(String within, InputStream archive) throws IOException {
    try (ZipInputStream zip = new ZipInputStream(archive)) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        String path = within + entry.getName();
        if (path.endsWith(".war") || path.endsWith(".rar")) {
          readAll(path + "!", new ByteArrayInputStream(zip.readAllBytes()));
        } else if (path.endsWith(".jar")) {
          add(ShippedJar.read(path, zip.readAllBytes()));
        }
      }
    }
  }

  private void add(ShippedJar jar) {
    try {
      add(component(jar.group(), jar.name(), jar.version()), licences.of(jar), jar.path());
    } catch (Licences.UnknownLicence e) {
      objections.add(e.getMessage());
    }
  }

  private void add(Component component, Set<String> its, String where) {
    its.stream()
        .filter(licence -> !licences.isAllowed(licence))
        .forEach(
            licence -> objections.add(where + " is under " + licence + ", which is not allowed"));
    its.stream().flatMap(one -> Licences.choices(one).stream()).forEach(used::add);
    Component known = components.computeIfAbsent(component.getBomRef(), ref -> component);
    known.setLicenses(choice(its));
    Property place = new Property();
    place.setName("place");
    place.setValue(where);
    known.addProperty(place);
  }

  private void requireAllowed() {
    if (!objections.isEmpty()) {
      throw new IllegalStateException(
          "licences to look up and to write down in src/licences:\n"
              + String.join("\n", objections));
    }
  }

  private static Component component(String group, String name, String version) {
    Component component = new Component();
    component.setType(Type.LIBRARY);
    component.setName(name);
    component.setVersion(version);
    if (!group.isEmpty()) {
      component.setGroup(group);
      component.setPurl(String.format(Locale.ROOT, "pkg:maven/%s/%s@%s", group, name, version));
    }
    component.setBomRef(String.join(":", group, name, version));
    return component;
  }

  /** One licence by its identifier; otherwise an expression, in which all of them count. */
  private static LicenseChoice choice(Set<String> its) {
    LicenseChoice choice = new LicenseChoice();
    String first = its.iterator().next();
    if (its.size() == 1 && !first.contains(" ")) {
      License licence = new License();
      licence.setId(first);
      choice.addLicense(licence);
    } else {
      List<String> all =
          its.stream()
              .map(one -> its.size() > 1 && one.contains(" OR ") ? "(" + one + ")" : one)
              .toList();
      choice.setExpression(new Expression(String.join(" AND ", all)));
    }
    return choice;
  }

  private void write(Path root, String version, Instant made)
      throws IOException, GeneratorException {
    Component product = component("de.lokalwillkommen", "lokal-willkommen", version);
    product.setType(Type.APPLICATION);
    product.setLicenses(choice(Set.of("EUPL-1.2")));
    Metadata metadata = new Metadata();
    metadata.setComponent(product);
    metadata.setTimestamp(Date.from(made));
    Bom bom = new Bom();
    bom.setMetadata(metadata);
    bom.setComponents(List.copyOf(components.values()));
    put(
        root.resolve(BILL),
        BomGeneratorFactory.createJson(Version.VERSION_16, bom).toJsonString(),
        made);
    put(root.resolve(FOLDER).resolve("README.txt"), table(), made);
    for (String licence : used) {
      for (String part : licence.startsWith(NO_TEXT) ? new String[0] : licence.split(EXCEPTION)) {
        put(root.resolve(FOLDER).resolve(part + ".txt"), text(part), made);
      }
    }
  }

  private static void put(Path file, String text, Instant made) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text, StandardCharsets.UTF_8);
    FileTime time = FileTime.from(made);
    for (Path at = file; at.getParent() != null; at = at.getParent()) {
      // all three of them, or the file has the time of this build
      Files.getFileAttributeView(at, BasicFileAttributeView.class).setTimes(time, time, time);
    }
  }

  /** The text of a licence or an exception, which CycloneDX's library carries. */
  private static String text(String licence) throws IOException {
    try (InputStream text = Bom.class.getResourceAsStream("/licenses/" + licence + ".txt")) {
      if (text == null) {
        throw new IllegalStateException("there is no text of the licence " + licence);
      }
      return new String(text.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private String table() {
    StringBuilder table =
        new StringBuilder(
            "What is in this distribution and under which licences. Notices are in each jar.\n\n");
    components.values().stream()
        .sorted(Comparator.comparing(Component::getName))
        .forEach(
            c ->
                table.append(
                    String.format(
                        Locale.ROOT,
                        "%s %s: %s%n",
                        c.getName(),
                        c.getVersion(),
                        inWords(c.getLicenses()))));
    return table.toString();
  }

  private static String inWords(LicenseChoice choice) {
    return choice.getExpression() == null
        ? choice.getLicenses().get(0).getId()
        : choice.getExpression().getValue();
  }
}

package de.lokalwillkommen.server.launch;

import de.lokalwillkommen.server.launch.host.DataDirectory;
import de.lokalwillkommen.server.launch.host.Reason;
import de.lokalwillkommen.server.launch.host.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/**
 * The content of the jar, unpacked once per content: Payara Micro, the applications and their
 * libraries. It lies in the data directory, or beside the jar where {@link PrepareCommand} has put
 * it for all servers that are started from this jar.
 */
final class Distribution {
  private static final String CARRIED = "dist/";
  private static final String UNPACKED = "unpacked-";
  private static final String UNPACKING = "unpacking";
  private static final int NAME_LENGTH = 16;

  private final Path root;
  private final boolean prepared;

  private Distribution(Path root, boolean prepared) {
    this.root = root;
    this.prepared = prepared;
  }

  /**
   * Unpacks for the launcher that holds the data directory; removes what earlier ones have left.
   */
  static Distribution unpackInto(DataDirectory data) {
    Optional<Distribution> found = findPrepared(ownJar());
    if (found.isEmpty()) {
      return unpack(ownJar(), data.run(), true);
    }
    try {
      removeOthers(data.run());
    } catch (IOException e) {
      throw new Refusal("old files in " + data.run() + " cannot be removed: " + Reason.of(e), e);
    }
    return found.get();
  }

  /**
   * Unpacks for a subcommand while a server, perhaps of another release, may run from the same data
   * directory.
   */
  static Distribution unpackBeside(DataDirectory data) {
    return findPrepared(ownJar()).orElseGet(() -> unpack(ownJar(), data.run(), false));
  }

  /**
   * Unpacks into the folder beside the jar, for all servers; what is not complete there is unpacked
   * anew.
   */
  static Distribution prepare(Path jar, PreparedFolder folder) {
    try (JarFile carrier = new JarFile(jar.toFile())) {
      List<? extends ZipEntry> entries = carried(carrier);
      Path root = PreparedFolder.of(jar).resolve(UNPACKED + hash(entries));
      if (!isComplete(root, entries)) {
        PreparedFolder.removeUnlessUsed(root);
      }
      folder.removeUnused(root);
    } catch (IOException e) {
      throw new Refusal(PreparedFolder.of(jar) + " cannot be cleared: " + Reason.of(e), e);
    }
    return new Distribution(unpack(jar, PreparedFolder.of(jar), false).root, true);
  }

  /**
   * Finds the prepared distribution beside the jar. It must be complete, and only the owner of the
   * jar can have put it there.
   */
  static Optional<Distribution> findPrepared(Path jar) {
    try (JarFile carrier = new JarFile(jar.toFile())) {
      List<? extends ZipEntry> entries = carried(carrier);
      Path root = PreparedFolder.of(jar).resolve(UNPACKED + hash(entries));
      return isComplete(root, entries)
              && PreparedFolder.isOfOwner(PreparedFolder.of(jar), jar)
              && PreparedFolder.isOfOwner(root, jar)
          ? Optional.of(new Distribution(root, true))
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static boolean isComplete(Path root, List<? extends ZipEntry> entries) {
    return entries.stream().allMatch(entry -> Files.isReadable(unpacked(entry, root)));
  }

  private static Path unpacked(ZipEntry entry, Path root) {
    return root.resolve(entry.getName().substring(CARRIED.length()));
  }

  private static List<? extends ZipEntry> carried(JarFile carrier) {
    return carrier.stream()
        .filter(entry -> entry.getName().startsWith(CARRIED) && !entry.isDirectory())
        .toList();
  }

  static Distribution unpack(Path jar, Path run, boolean alone) {
    try (JarFile carrier = new JarFile(jar.toFile())) {
      List<? extends ZipEntry> entries = carried(carrier);
      Path root = run.resolve(UNPACKED + hash(entries));
      if (!Files.exists(root)) {
        if (alone) {
          removeOthers(run);
        }
        Path half = Files.createTempDirectory(run, UNPACKING);
        for (ZipEntry entry : entries) {
          copy(carrier, entry, unpacked(entry, half));
        }
        rename(half, root);
      }
      return new Distribution(root, false);
    } catch (IOException e) {
      throw new Refusal(
          "the distribution could not be unpacked into " + run + ": " + Reason.of(e), e);
    }
  }

  Path root() {
    return root;
  }

  /** Whether other servers may use the same files, so that the files must not be changed. */
  boolean isPrepared() {
    return prepared;
  }

  /** A fresh domain for each run: in a used one Payara would start every application twice. */
  void copyDomainTo(Path domain) throws IOException {
    Path payara = payara().getParent();
    for (String part : List.of("config", "lib")) {
      try (Stream<Path> files = Files.walk(payara.resolve(part))) {
        for (Path file : files.toList()) {
          Path copy = domain.resolve(payara.relativize(file).toString());
          Files.createDirectories(copy.getParent());
          Files.copy(file, copy);
        }
      }
    }
  }

  /** The class path of the server, with the libraries that all applications share. */
  String serverClassPath() throws IOException {
    return String.join(":", jars("server"), jars("common"), payara().toString());
  }

  /** The class path of processes for database work. */
  String databaseClassPath() throws IOException {
    return String.join(":", jars("database"), jars("common"));
  }

  Path payara() {
    return root.resolve("payara/launch-micro.jar");
  }

  /** The {@code Add-Opens} entries of Payara's manifest. */
  Stream<String> openings() throws IOException {
    try (JarFile payara = new JarFile(payara().toFile())) {
      Attributes manifest = payara.getManifest().getMainAttributes();
      return Stream.concat(
          openings("--add-opens=", manifest.getValue("Add-Opens")),
          openings("--add-exports=", manifest.getValue("Add-Exports")));
    }
  }

  private static Stream<String> openings(String option, String packages) {
    return Stream.of(packages.split(" ")).map(opened -> option + opened + "=ALL-UNNAMED");
  }

  private String jars(String directory) throws IOException {
    try (Stream<Path> files = Files.list(root.resolve(directory))) {
      return String.join(":", files.sorted().map(Path::toString).toList());
    }
  }

  static Path ownJar() {
    try {
      return Path.of(
          Distribution.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String hash(List<? extends ZipEntry> entries) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (ZipEntry entry : entries) {
        String content = entry.getName() + ' ' + entry.getSize() + ' ' + entry.getCrc() + '\n';
        digest.update(content.getBytes(StandardCharsets.UTF_8));
      }
      return HexFormat.of().formatHex(digest.digest()).substring(0, NAME_LENGTH);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void removeOthers(Path run) throws IOException {
    try (Stream<Path> found = Files.list(run)) {
      for (Path path : found.toList()) {
        String name = path.getFileName().toString();
        if (name.startsWith(UNPACKED) || name.startsWith(UNPACKING)) {
          DataDirectory.deleteAll(path);
        }
      }
    }
  }

  /** Two subcommands may unpack the same content at the same time: the first result is used. */
  private static void rename(Path half, Path root) throws IOException {
    try {
      Files.move(half, root, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      if (!Files.exists(root)) {
        throw e;
      }
      DataDirectory.deleteAll(half);
    }
  }

  private static void copy(JarFile carrier, ZipEntry entry, Path target) throws IOException {
    Files.createDirectories(target.getParent());
    try (InputStream content = carrier.getInputStream(entry)) {
      Files.copy(content, target);
    }
  }
}

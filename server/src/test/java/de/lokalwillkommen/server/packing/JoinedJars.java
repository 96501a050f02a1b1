package de.lokalwillkommen.server.packing;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.jar.JarInputStream;
import java.util.jar.Manifest;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Joins many jars of a class path into one, so that a class loader searches one jar instead of each
 * of them. Jars are added in the order of the class path. A jar that cannot be joined without a
 * visible difference stays separate, after the joined one.
 */
final class JoinedJars {
  private static final String META = "META-INF/";
  private static final String MANIFEST = META + "MANIFEST.MF";

  /** The folder for the notices of each jar in the joined one. */
  private static final String NOTICES = META + "notices/";

  /** Files that are read from all jars and merged line by line. */
  private static final List<String> READ_FROM_ALL =
      List.of(
          META + "services/", META + "hk2-locator/", META + "loggerinfo/", META + "logmessages/");

  /** Files for modules and people, which no class loader searches. */
  private static final List<String> OF_NO_CONSEQUENCE =
      List.of(META + "maven/", META + "jpms.args", "exclude-common.xml");

  private final Map<String, byte[]> joined = new LinkedHashMap<>();
  private final Set<String> apart = new HashSet<>();

  /**
   * Adds a jar if that makes no difference.
   *
   * @param name of the jar, as its notices are filed
   * @return whether it is joined; otherwise it must follow on the class path
   */
  boolean add(String name, byte[] jar) throws IOException {
    Map<String, byte[]> entries = read(jar);
    if (isMultiRelease(entries) || entries.entrySet().stream().anyMatch(this::differs)) {
      apart.addAll(entries.keySet());
      return false;
    }
    entries.forEach((path, content) -> join(name, path, content));
    return true;
  }

  private static Map<String, byte[]> read(byte[] jar) throws IOException {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    try (JarInputStream in = new JarInputStream(new ByteArrayInputStream(jar), false)) {
      if (in.getManifest() != null) {
        ByteArrayOutputStream manifest = new ByteArrayOutputStream();
        in.getManifest().write(manifest);
        entries.put(MANIFEST, manifest.toByteArray());
      }
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        if (!entry.isDirectory()) {
          entries.put(entry.getName(), in.readAllBytes());
        }
      }
    }
    return entries;
  }

  private static boolean isMultiRelease(Map<String, byte[]> entries) throws IOException {
    byte[] manifest = entries.get(MANIFEST);
    return manifest != null
        && "true"
            .equalsIgnoreCase(
                new Manifest(new ByteArrayInputStream(manifest))
                    .getMainAttributes()
                    .getValue("Multi-Release"));
  }

  /** Whether this entry would hide or be hidden by another one that a class loader has found. */
  private boolean differs(Map.Entry<String, byte[]> entry) {
    String path = entry.getKey();
    if (isLeftOut(path) || isNotice(path) || isOfNoConsequence(path)) {
      return false;
    }
    boolean readFromAll = READ_FROM_ALL.stream().anyMatch(path::startsWith);
    byte[] there = joined.get(path);
    return !readFromAll
        && (apart.contains(path) || there != null && !Arrays.equals(there, entry.getValue()));
  }

  private void join(String name, String path, byte[] content) {
    if (isLeftOut(path)) {
      return;
    }
    if (isNotice(path)) {
      joined.put(NOTICES + name + '/' + path.substring(META.length()), content);
    } else if (READ_FROM_ALL.stream().anyMatch(path::startsWith)) {
      joined.merge(path, content, JoinedJars::oneAfterTheOther);
    } else {
      joined.putIfAbsent(path, content);
    }
  }

  private static byte[] oneAfterTheOther(byte[] first, byte[] second) {
    return (new String(first, StandardCharsets.UTF_8)
            + '\n'
            + new String(second, StandardCharsets.UTF_8))
        .getBytes(StandardCharsets.UTF_8);
  }

  private static boolean isLeftOut(String path) {
    return path.equals(MANIFEST)
        || path.endsWith("module-info.class")
        || isDirectlyInMeta(path) && path.matches(".*\\.(SF|RSA|DSA|EC)");
  }

  private static boolean isNotice(String path) {
    return isDirectlyInMeta(path)
        && path.matches(".*(LICEN[CS]E|NOTICE|DEPENDENCIES|COPYRIGHT|AUTHORS|README|THIRD).*");
  }

  private static boolean isOfNoConsequence(String path) {
    return OF_NO_CONSEQUENCE.stream().anyMatch(path::startsWith);
  }

  private static boolean isDirectlyInMeta(String path) {
    return path.startsWith(META) && path.indexOf('/', META.length()) < 0;
  }

  /** The joined jar, with the best compression. */
  byte[] toJar(Instant made) throws IOException {
    Map<String, byte[]> all = new LinkedHashMap<>();
    all.put(MANIFEST, "Manifest-Version: 1.0\r\n\r\n".getBytes(StandardCharsets.UTF_8));
    all.putAll(joined);
    return zip(all, made);
  }

  /** Writes entries into a jar, in their order. */
  static byte[] zip(Map<String, byte[]> entries, Instant made) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(bytes)) {
      out.setLevel(Deflater.BEST_COMPRESSION);
      for (Map.Entry<String, byte[]> content : entries.entrySet()) {
        ZipEntry entry = new ZipEntry(content.getKey());
        entry.setTimeLocal(LocalDateTime.ofInstant(made, ZoneOffset.UTC));
        out.putNextEntry(entry);
        out.write(content.getValue());
        out.closeEntry();
      }
    }
    return bytes.toByteArray();
  }

  /** All entries of a jar, its manifest first. */
  static Map<String, byte[]> entries(byte[] jar) throws IOException {
    return read(jar);
  }

  /** The jars that a manifest names as its class path, in their order. */
  static List<String> classPath(Manifest manifest) {
    return new ArrayList<>(
        List.of(manifest.getMainAttributes().getValue("Class-Path").strip().split("\\s+")));
  }
}

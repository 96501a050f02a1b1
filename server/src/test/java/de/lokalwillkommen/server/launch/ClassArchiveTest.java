package de.lokalwillkommen.server.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassArchiveTest {
  @TempDir private Path directory;
  private Path jar;

  @BeforeEach
  void makeAJar() throws Exception {
    jar = directory.resolve("kiosk.jar");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
      out.putNextEntry(new ZipEntry("dist/apps/kiosk.war"));
    }
  }

  @Test
  void withoutOneAServerThatHasItsFilesToItselfListsItsClasses() {
    ClassArchive archive = archiveOf(unpacked());

    assertThat(archive.exists()).isFalse();
    assertThat(archive.options()).anyMatch(option -> option.contains("DumpLoadedClassList"));
  }

  @Test
  void withoutOneAServerThatSharesItsFilesWritesNothing() throws Exception {
    ClassArchive archive = archiveOf(prepared());

    assertThat(archive.exists()).isFalse();
    assertThat(archive.options()).noneMatch(option -> option.startsWith("-XX:"));
  }

  @Test
  void theArchiveOfThisJavaIsUsed() throws Exception {
    Distribution distribution = prepared();
    Path archive = put(distribution, ".jsa");

    assertThat(optionsFor(distribution)).containsExactly("-XX:SharedArchiveFile=" + archive);
  }

  @Test
  void aCacheOfLinkedClassesIsUsedAlone() throws Exception {
    Distribution distribution = prepared();
    put(distribution, ".jsa");
    Path cache = put(distribution, ".aot");

    assertThat(optionsFor(distribution)).containsExactly("-XX:AOTCache=" + cache);
  }

  private List<String> optionsFor(Distribution distribution) {
    ClassArchive archive = archiveOf(distribution);
    assertThat(archive.exists()).isTrue();
    return archive.options().stream().filter(option -> option.startsWith("-XX:")).toList();
  }

  private ClassArchive archiveOf(Distribution distribution) {
    return new ClassArchive(distribution, directory);
  }

  private Distribution unpacked() {
    return Distribution.unpack(jar, directory, true);
  }

  private Distribution prepared() {
    try (PreparedFolder folder = PreparedFolder.open(jar)) {
      return Distribution.prepare(jar, folder);
    }
  }

  private static Path put(Distribution distribution, String suffix) throws Exception {
    String jvm = System.getProperty("java.vm.version").replaceAll("[^A-Za-z0-9.+-]", "_");
    return Files.createFile(distribution.root().resolve("classes-" + jvm + suffix));
  }
}

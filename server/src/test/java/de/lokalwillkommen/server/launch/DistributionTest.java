package de.lokalwillkommen.server.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.lokalwillkommen.server.launch.host.Refusal;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DistributionTest {
  @TempDir private Path directory;

  @Test
  void theContentIsUnpacked() throws Exception {
    Distribution distribution = Distribution.unpack(jar("one"), run(), true);

    assertThat(distribution.root().resolve("apps/kiosk.war")).hasContent("one");
    assertThat(distribution.root().resolve("Launcher.class")).doesNotExist();
  }

  @Test
  void theSameContentIsUnpackedOnce() throws Exception {
    Path first = Distribution.unpack(jar("one"), run(), true).root();
    FileTime then = FileTime.from(Instant.parse("2026-01-01T00:00:00Z"));
    Files.setLastModifiedTime(first.resolve("apps/kiosk.war"), then);

    Path second = Distribution.unpack(jar("one"), run(), true).root();

    assertThat(second).isEqualTo(first);
    assertThat(Files.getLastModifiedTime(second.resolve("apps/kiosk.war"))).isEqualTo(then);
  }

  @Test
  void anotherContentTakesThePlaceOfTheOld() throws Exception {
    Path old = Distribution.unpack(jar("one"), run(), true).root();

    Path now = Distribution.unpack(jar("two"), run(), true).root();

    assertThat(now).isNotEqualTo(old);
    assertThat(now.resolve("apps/kiosk.war")).hasContent("two");
    assertThat(old).doesNotExist();
  }

  @Test
  void anIncompleteFolderIsUnpackedAgain() throws Exception {
    Path half = Files.createDirectories(run().resolve("unpacking/apps"));
    Files.writeString(half.resolve("kiosk.war"), "half");

    assertThat(Distribution.unpack(jar("one"), run(), true).root().resolve("apps/kiosk.war"))
        .hasContent("one");
    assertThat(half).doesNotExist();
  }

  @Test
  void aSubcommandLeavesTheFilesOfARunningServerAlone() throws Exception {
    Path running = Distribution.unpack(jar("one"), run(), true).root();

    Path newer = Distribution.unpack(jar("two"), run(), false).root();

    assertThat(newer.resolve("apps/kiosk.war")).hasContent("two");
    assertThat(running.resolve("apps/kiosk.war")).hasContent("one");
  }

  @Test
  void manySubcommandsUnpackTheSameAtOnce() throws Exception {
    Path jar = jar("one");
    Path run = run();
    ExecutorService subcommands = Executors.newFixedThreadPool(8);
    try {
      Callable<Path> unpacking = () -> Distribution.unpack(jar, run, false).root();
      for (Future<Path> root : subcommands.invokeAll(Collections.nCopies(32, unpacking))) {
        assertThat(root.get().resolve("apps/kiosk.war")).hasContent("one");
      }
    } finally {
      subcommands.shutdownNow();
    }
    try (Stream<Path> left = Files.list(run)) {
      assertThat(left).as("nothing half is left").hasSize(1);
    }
  }

  @Test
  void aPreparedFolderBesideTheJarIsUsedByAllServers() throws Exception {
    Path jar = jar("one");
    assertThat(Distribution.findPrepared(jar)).isEmpty();

    Path root = prepare(jar);

    assertThat(root.resolve("apps/kiosk.war")).hasContent("one");
    assertThat(Distribution.findPrepared(jar))
        .hasValueSatisfying(
            prepared -> {
              assertThat(prepared.root()).isEqualTo(root);
              assertThat(prepared.isPrepared()).isTrue();
            });
  }

  @Test
  void aFolderPreparedForAnotherContentIsNotUsed() throws Exception {
    Path jar = jar("one");
    prepare(jar);

    Files.move(jar("two"), jar, StandardCopyOption.REPLACE_EXISTING);

    assertThat(Distribution.findPrepared(jar)).isEmpty();
  }

  @Test
  void incompletePartsArePreparedAgain() throws Exception {
    Path jar = jar("one");
    Files.delete(prepare(jar).resolve("apps/kiosk.war"));
    assertThat(Distribution.findPrepared(jar)).isEmpty();

    prepare(jar);

    assertThat(Distribution.findPrepared(jar)).isPresent();
  }

  @Test
  void aUsedPartStaysWhenANewerJarIsPrepared() throws Exception {
    Path jar = jar("one");
    Path old = prepare(jar);
    Process server = holdAnotherProcess(old);
    try {
      Files.move(jar("two"), jar, StandardCopyOption.REPLACE_EXISTING);
      Path newer = prepare(jar);
      assertThat(old.resolve("apps/kiosk.war")).hasContent("one");
      assertThat(newer.resolve("apps/kiosk.war")).hasContent("two");
    } finally {
      server.destroyForcibly().waitFor();
    }

    prepare(jar);
    assertThat(old).doesNotExist();
  }

  /** Locks count between processes. */
  private static Process holdAnotherProcess(Path part) throws Exception {
    Process server =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Holder.class.getName(),
                part.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    assertThat(server.inputReader().readLine()).isEqualTo("true");
    return server;
  }

  /** A process that uses a part, as a launcher does. */
  static final class Holder {
    private Holder() {}

    public static void main(String[] arguments) throws Exception {
      Optional<FileLock> use = PreparedFolder.use(Path.of(arguments[0]));
      System.out.println(use.isPresent());
      // until the test ends it, or has ended itself
      System.in.read();
      use.orElseThrow().release();
    }
  }

  @Test
  void aFolderIntoWhichOthersCanWriteIsNeitherUsedNorPrepared() throws Exception {
    Path jar = jar("one");
    prepare(jar);
    Path folder = PreparedFolder.of(jar);
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));

    assertThat(Distribution.findPrepared(jar)).isEmpty();
    assertThatThrownBy(() -> prepare(jar))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("is not a folder that only its owner can write");
  }

  @Test
  void aLinkInItsPlaceIsNotFollowed() throws Exception {
    Path jar = jar("one");
    Files.createSymbolicLink(PreparedFolder.of(jar), run());

    assertThatThrownBy(() -> prepare(jar)).isInstanceOf(Refusal.class);
    assertThat(run()).isEmptyDirectory();
  }

  private static Path prepare(Path jar) throws Exception {
    try (PreparedFolder folder = PreparedFolder.open(jar)) {
      Path root = Distribution.prepare(jar, folder).root();
      folder.publish(root);
      return root;
    }
  }

  private Path run() throws Exception {
    return Files.createDirectories(directory.resolve("run"));
  }

  private Path jar(String content) throws Exception {
    Path jar = directory.resolve(content + ".jar");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
      out.putNextEntry(new ZipEntry("Launcher.class"));
      out.putNextEntry(new ZipEntry("dist/apps/kiosk.war"));
      out.write(content.getBytes());
    }
    return jar;
  }
}

package de.lokalwillkommen.server.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DistributionTest {
  @TempDir private Path directory;

  @Test
  void whatIsCarriedIsUnpacked() throws Exception {
    Distribution distribution = Distribution.unpack(jar("one"), run());

    assertThat(distribution.root().resolve("apps/kiosk.war")).hasContent("one");
    assertThat(distribution.root().resolve("Launcher.class")).doesNotExist();
  }

  @Test
  void theSameContentIsUnpackedOnce() throws Exception {
    Path first = Distribution.unpack(jar("one"), run()).root();
    FileTime then = FileTime.from(Instant.parse("2026-01-01T00:00:00Z"));
    Files.setLastModifiedTime(first.resolve("apps/kiosk.war"), then);

    Path second = Distribution.unpack(jar("one"), run()).root();

    assertThat(second).isEqualTo(first);
    assertThat(Files.getLastModifiedTime(second.resolve("apps/kiosk.war"))).isEqualTo(then);
  }

  @Test
  void anotherContentTakesThePlaceOfTheOld() throws Exception {
    Path old = Distribution.unpack(jar("one"), run()).root();

    Path now = Distribution.unpack(jar("two"), run()).root();

    assertThat(now).isNotEqualTo(old);
    assertThat(now.resolve("apps/kiosk.war")).hasContent("two");
    assertThat(old).doesNotExist();
  }

  @Test
  void whatWasHalfUnpackedIsBegunAnew() throws Exception {
    Files.createDirectories(run().resolve("unpacking/apps"));
    Files.writeString(run().resolve("unpacking/apps/kiosk.war"), "half");

    assertThat(Distribution.unpack(jar("one"), run()).root().resolve("apps/kiosk.war"))
        .hasContent("one");
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

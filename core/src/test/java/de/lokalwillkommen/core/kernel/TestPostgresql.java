package de.lokalwillkommen.core.kernel;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.UnsupportedOptionsException;
import org.tukaani.xz.XZInputStream;
import org.tukaani.xz.XZOutputStream;

/**
 * PostgreSQL servers for tests, on the loopback address. PostgreSQL refuses to run as root. The
 * library then starts it in a user namespace; where the system allows none, as in most containers,
 * the servers run under an unprivileged account (user id 65534).
 */
public final class TestPostgresql {

  private static final LZMA2Options FAST = fast();
  private static final int EXECUTABLE = 0100755;
  private static final List<String> PROGRAMS = List.of("initdb", "pg_ctl", "postgres");

  /** Replaces each program. */
  private static final byte[] AS_NOBODY =
      """
      #!/bin/sh
      for word; do
        [ "$option" != -D ] || chown 65534 "$word"
        option=$word
      done
      exec setpriv --reuid=65534 --regid=65534 --clear-groups \
        "$(dirname "$0")/real/bin/$(basename "$0")" "$@"
      """
          .getBytes(StandardCharsets.US_ASCII);

  private TestPostgresql() {}

  private static LZMA2Options fast() {
    try {
      return new LZMA2Options(LZMA2Options.PRESET_MIN);
    } catch (UnsupportedOptionsException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Starts a server. */
  public static EmbeddedPostgres start() throws IOException {
    return builder().start();
  }

  /** A builder for a server with settings of its own. */
  public static EmbeddedPostgres.Builder builder() {
    EmbeddedPostgres.Builder builder =
        EmbeddedPostgres.builder().setServerConfig("listen_addresses", "127.0.0.1");
    boolean isRoot = "root".equals(System.getProperty("user.name"));
    return isRoot && !LinuxUtils.isUnshareAvailable()
        ? builder.setPgBinaryResolver(TestPostgresql::programsForRoot)
        : builder;
  }

  /** The archive of the library, with its contents moved into a folder below our programs. */
  private static InputStream programsForRoot(String system, String architecture)
      throws IOException {
    ByteArrayOutputStream archive = new ByteArrayOutputStream();
    try (InputStream packed =
            DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system, architecture);
        TarArchiveInputStream from = new TarArchiveInputStream(new XZInputStream(packed));
        TarArchiveOutputStream to = new TarArchiveOutputStream(new XZOutputStream(archive, FAST))) {
      to.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
      for (TarArchiveEntry entry = from.getNextEntry();
          entry != null;
          entry = from.getNextEntry()) {
        // the library makes the files below bin executable
        entry.setName("bin/real/" + entry.getName());
        to.putArchiveEntry(entry);
        from.transferTo(to);
        to.closeArchiveEntry();
      }
      for (String program : PROGRAMS) {
        TarArchiveEntry entry = new TarArchiveEntry("bin/" + program);
        entry.setMode(EXECUTABLE);
        entry.setSize(AS_NOBODY.length);
        to.putArchiveEntry(entry);
        to.write(AS_NOBODY);
        to.closeArchiveEntry();
      }
    }
    return new ByteArrayInputStream(archive.toByteArray());
  }
}

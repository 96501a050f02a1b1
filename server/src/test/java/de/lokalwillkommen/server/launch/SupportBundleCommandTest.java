package de.lokalwillkommen.server.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SupportBundleCommandTest {
  private static final String SECRET = "Zaunkoenig-7";

  @TempDir private Path folder;

  private final StringWriter said = new StringWriter();

  @BeforeEach
  void aDataDirectoryWithSecrets() throws IOException {
    put("data/logs/server.log", "INFO ready");
    put("data/logs/hs_err_pid7.log", "LW_DB_PASSWORD=" + SECRET);
    put("data/keys/visitor.key", SECRET);
    put("data/setup-code", SECRET);
    put("data/derby/seg0/c10.dat", SECRET);
    put("password", SECRET);
    put(
        "lokal-willkommen.properties",
        """
        lw.port=1
        lw.mail.host=%1$s.example
        lw.mail.user=%1$s
        lw.database-url=jdbc:postgresql://db.example/lokal?password=%1$s
        lw.java-options=-Dhttp.proxyPassword=%1$s
        lw.database-password-file=%2$s
        """
            .formatted(SECRET, folder.resolve("password")));
  }

  @Test
  void whatHelpsIsInItAndNoSecretIs() throws IOException {
    assertThat(write()).isZero();

    Map<String, String> entries = entries();
    assertThat(entries)
        .containsOnlyKeys(
            "about.txt",
            "settings.txt",
            "health.json",
            "metrics.txt",
            "files.txt",
            "logs/server.log")
        .allSatisfy((name, text) -> assertThat(text).as(name).doesNotContain(SECRET));
    assertThat(entries.get("settings.txt"))
        .contains("lw.port=1\n", "lw.mail.user=(set)\n", "lw.database-url=(set)\n")
        .doesNotContain("lw.mail.from");
    assertThat(entries.get("files.txt")).contains(SECRET.length() + " derby/seg0/c10.dat");
    assertThat(entries.get("health.json")).startsWith("no answer from http://127.0.0.1:1/health");
  }

  @Test
  void onlyItsOwnerCanReadItAndNothingIsOverwritten() throws IOException {
    write();

    assertThat(Files.getPosixFilePermissions(bundle())).hasSize(2);
    assertThat(write()).isEqualTo(1);
    assertThat(said.toString()).hasLineCount(1).contains("there is already a file");
  }

  private int write() {
    String[] arguments = {
      "support-bundle", bundle().toString(), "--data", folder.resolve("data").toString()
    };
    return Launcher.run(arguments, new Properties(), Map.of(), new PrintWriter(said, true));
  }

  private Path bundle() {
    return folder.resolve("bundle.zip");
  }

  private void put(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private Map<String, String> entries() throws IOException {
    Map<String, String> entries = new LinkedHashMap<>();
    try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(bundle()))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        entries.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return entries;
  }
}

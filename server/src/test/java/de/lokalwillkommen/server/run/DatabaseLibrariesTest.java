package de.lokalwillkommen.server.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseLibrariesTest {

  private static final String SCRIPT = "db/migration/V1__long.sql";

  @TempDir private Path folder;

  @Test
  void aScriptIsReadToItsEndEvenIfSomebodyClosesTheSharedJar() throws Exception {
    byte[] script = new byte[200_000];
    RandomGenerator.getDefault().nextBytes(script);
    Path jar = folder.resolve("migrations.jar");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
      out.putNextEntry(new JarEntry(SCRIPT));
      out.write(script);
    }
    URL[] jars = {jar.toUri().toURL()};

    try (DatabaseLibraries libraries = new DatabaseLibraries(jars, getClass().getClassLoader());
        InputStream stream = libraries.getResourceAsStream(SCRIPT)) {
      byte[] begin = stream.readNBytes(10);
      closeShared(libraries.getResource(SCRIPT));

      assertThat(begin).startsWith(script[0]);
      assertThat(stream.readAllBytes()).hasSize(script.length - begin.length);
    }
  }

  @Test
  void whatDoesNotExistIsNotFound() throws Exception {
    try (DatabaseLibraries libraries =
        new DatabaseLibraries(new URL[0], getClass().getClassLoader())) {
      assertThat(libraries.getResourceAsStream("db/migration/none.sql")).isNull();
    }
  }

  private static void closeShared(URL resource) throws Exception {
    ((JarURLConnection) resource.openConnection()).getJarFile().close();
  }
}

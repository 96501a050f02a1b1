package de.lokalwillkommen.server.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DatabaseLibrariesTest {

  private static final String SCRIPT = "db/migration/V1__long.sql";

  @TempDir private Path folder;

  enum Way {
    AS_STREAM {
      @Override
      InputStream open(ClassLoader loader) {
        return loader.getResourceAsStream(SCRIPT);
      }
    },
    BY_ADDRESS {
      @Override
      InputStream open(ClassLoader loader) throws IOException {
        return loader.getResource(SCRIPT).openStream();
      }
    },
    BY_ALL_ADDRESSES {
      @Override
      InputStream open(ClassLoader loader) throws IOException {
        return loader.getResources(SCRIPT).nextElement().openStream();
      }
    };

    abstract InputStream open(ClassLoader loader) throws IOException;
  }

  /** The ways in which Flyway and other libraries open resources of a class loader. */
  @ParameterizedTest
  @EnumSource
  void aScriptIsReadToItsEndEvenIfTheSharedJarIsClosed(Way way) throws Exception {
    byte[] script = new byte[200_000];
    RandomGenerator.getDefault().nextBytes(script);
    Path jar = folder.resolve("migrations.jar");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
      out.putNextEntry(new JarEntry(SCRIPT));
      out.write(script);
    }
    URL[] jars = {jar.toUri().toURL()};

    try (DatabaseLibraries libraries = new DatabaseLibraries(jars, getClass().getClassLoader());
        InputStream stream = way.open(libraries)) {
      byte[] begin = stream.readNBytes(10);
      closeShared(new URL("jar:" + jars[0] + "!/" + SCRIPT));

      assertThat(begin).startsWith(script[0]);
      assertThat(stream.readAllBytes()).hasSize(script.length - begin.length);
    }
  }

  @Test
  void aMissingResourceIsNotFound() throws Exception {
    try (DatabaseLibraries libraries =
        new DatabaseLibraries(new URL[0], getClass().getClassLoader())) {
      assertThat(libraries.getResourceAsStream("db/migration/none.sql")).isNull();
    }
  }

  private static void closeShared(URL resource) throws Exception {
    ((JarURLConnection) resource.openConnection()).getJarFile().close();
  }
}

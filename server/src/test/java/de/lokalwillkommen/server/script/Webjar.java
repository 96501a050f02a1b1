package de.lokalwillkommen.server.script;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/** The files of an npm package that Maven Central has as a jar. */
record Webjar(String name) {

  /** The text of one of its files. */
  String read(String file) {
    return text("resources/webjars/" + name + "/" + version() + "/" + file);
  }

  private String version() {
    Properties coordinates = new Properties();
    try (InputStream stream = open("maven/org.webjars.npm/" + name + "/pom.properties")) {
      coordinates.load(stream);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return coordinates.getProperty("version");
  }

  private static String text(String path) {
    try (InputStream stream = open(path)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream open(String path) throws IOException {
    InputStream stream = Webjar.class.getResourceAsStream("/META-INF/" + path);
    if (stream == null) {
      throw new IOException("No " + path + " on the class path");
    }
    return stream;
  }
}

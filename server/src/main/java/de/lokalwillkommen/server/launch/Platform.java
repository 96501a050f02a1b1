package de.lokalwillkommen.server.launch;

import de.lokalwillkommen.server.launch.host.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/**
 * The platform for which this distribution was built.
 *
 * @param payara the version of the Payara Micro it carries
 * @param oldestJava the oldest release of Java with which that runs, such as 21
 */
record Platform(String payara, int oldestJava) {

  /** Reads it from the file that the build has written. */
  static Platform ofThisDistribution() {
    try (InputStream written = Platform.class.getResourceAsStream("platform.properties")) {
      Properties properties = new Properties();
      properties.load(written);
      return new Platform(
          properties.getProperty("payara"),
          Integer.parseInt(properties.getProperty("oldest-java")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Refuses a Java that is too old.
   *
   * @param home where it is installed
   * @throws Refusal if Payara would not run with it
   */
  void requireFitting(Runtime.Version java, String home) {
    if (java.feature() < oldestJava) {
      throw new Refusal(
          "this distribution carries Payara Micro "
              + payara
              + ", which needs Java "
              + oldestJava
              + " or newer; this is Java "
              + java
              + " in "
              + home
              + ". Start it with a newer one, or build it with this one");
    }
  }

  /** Both versions as text. */
  String with(Runtime.Version java) {
    return "Payara Micro " + payara + " on Java " + java;
  }
}

package de.lokalwillkommen.server.launch;

import de.lokalwillkommen.server.launch.host.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/**
 * What this distribution was built to run on.
 *
 * @param payara the version of the Payara Micro it carries
 * @param oldestJava the oldest release of Java with which that runs, such as 21
 */
record Platform(String payara, int oldestJava) {

  /** As the build has written it down. */
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

  /** For people: both versions. */
  String with(Runtime.Version java) {
    return "Payara Micro " + payara + " on Java " + java;
  }
}

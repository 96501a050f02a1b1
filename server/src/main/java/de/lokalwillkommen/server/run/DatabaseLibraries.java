package de.lokalwillkommen.server.run;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.net.URLConnection;

/**
 * Flyway and its kin in a loader of their own. What is read from it is read from a file of its own
 * too: the virtual machine shares open jars among all who ask for them by address, and whoever
 * closes a shared one, as Payara does while it boots, ends a migration in the middle of its script
 * ("Stream closed").
 */
final class DatabaseLibraries extends URLClassLoader {

  DatabaseLibraries(URL[] jars, ClassLoader parent) {
    super("database", jars, parent);
  }

  @Override
  public InputStream getResourceAsStream(String name) {
    URL url = getResource(name);
    if (url == null) {
      return null;
    }
    try {
      URLConnection connection = url.openConnection();
      connection.setUseCaches(false);
      return connection.getInputStream();
    } catch (IOException unreadable) {
      return null;
    }
  }
}

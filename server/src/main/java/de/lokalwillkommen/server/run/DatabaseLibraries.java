package de.lokalwillkommen.server.run;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;

/**
 * Flyway and related libraries in a class loader of their own. Its resources are always read from
 * separately opened files: the JVM shares jars that are opened by URL, and when Payara closes a
 * shared one while it boots, a migration fails in the middle of its script ("Stream closed").
 */
final class DatabaseLibraries extends URLClassLoader {

  DatabaseLibraries(URL[] jars, ClassLoader parent) {
    super("database", jars, parent);
  }

  /**
   * The libraries of a distribution; Derby's are in a class loader above, as for the applications.
   */
  static DatabaseLibraries of(ServerOptions options) throws IOException {
    List<URL> jars = new ArrayList<>();
    for (Path jar : options.databaseLibraries()) {
      jars.add(jar.toUri().toURL());
    }
    return new DatabaseLibraries(
        jars.toArray(URL[]::new), DatabaseLibraries.class.getClassLoader());
  }

  @Override
  public URL findResource(String name) {
    URL found = super.findResource(name);
    return found == null ? null : unshared(found);
  }

  @Override
  public Enumeration<URL> findResources(String name) throws IOException {
    List<URL> found = Collections.list(super.findResources(name));
    return Collections.enumeration(found.stream().map(DatabaseLibraries::unshared).toList());
  }

  private static URL unshared(URL resource) {
    try {
      return new URL(null, resource.toExternalForm(), new Unshared());
    } catch (MalformedURLException e) {
      throw new IllegalStateException("an address that was one", e);
    }
  }

  private static final class Unshared extends URLStreamHandler {

    @Override
    protected URLConnection openConnection(URL resource) throws IOException {
      URLConnection connection = new URL(resource.toExternalForm()).openConnection();
      connection.setUseCaches(false);
      return connection;
    }
  }
}

package de.lokalwillkommen.server.run;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URLClassLoader;

/** What subcommands do, with libraries that are there only as long as they do it. */
final class SubcommandWork implements SubcommandSocket.Work {
  private static final String SUBCOMMAND = "de.lokalwillkommen.server.database.Subcommand";

  private final ServerOptions options;

  SubcommandWork(ServerOptions options) {
    this.options = options;
  }

  @Override
  public String run(String secret, String[] arguments) {
    try (URLClassLoader libraries = DatabaseLibraries.of(options)) {
      Thread.currentThread().setContextClassLoader(libraries);
      return (String)
          libraries
              .loadClass(SUBCOMMAND)
              .getMethod("runInServer", String.class, String[].class)
              .invoke(null, secret, arguments);
    } catch (InvocationTargetException e) {
      throw new ServerRefusal(String.valueOf(e.getCause().getMessage()));
    } catch (ReflectiveOperationException | IOException e) {
      throw new IllegalStateException("this is not the expected distribution", e);
    }
  }
}

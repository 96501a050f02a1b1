package de.lokalwillkommen.server.run;

import de.lokalwillkommen.core.kernel.time.TrustedTime;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URLClassLoader;

/** The work of subcommands, with libraries that are loaded only while they run. */
final class SubcommandWork implements SubcommandSocket.Work {
  private static final String BELIEVE_CLOCK = "believe-clock";
  private static final String SUBCOMMAND = "de.lokalwillkommen.server.database.Subcommand";

  private final ServerOptions options;

  SubcommandWork(ServerOptions options) {
    this.options = options;
  }

  @Override
  public String run(String secret, String[] arguments) {
    if (BELIEVE_CLOCK.equals(arguments[0])) {
      TrustedTime.ofServer().believe();
      return "the server goes by its machine's clock: " + TrustedTime.ofServer().now();
    }
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

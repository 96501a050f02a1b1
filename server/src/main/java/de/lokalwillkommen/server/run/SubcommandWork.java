package de.lokalwillkommen.server.run;

import de.lokalwillkommen.core.kernel.time.TrustedTime;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;

/** The work of subcommands, with libraries that are loaded only while they run. */
final class SubcommandWork implements SubcommandSocket.Work {
  private static final String BELIEVE_CLOCK = "believe-clock";
  private static final String SUBCOMMAND = "de.lokalwillkommen.server.database.Subcommand";

  private final ServerOptions options;
  private final BooleanSupplier isAway;

  /**
   * @param isAway whether the database is away
   */
  SubcommandWork(ServerOptions options, BooleanSupplier isAway) {
    this.options = options;
    this.isAway = isAway;
  }

  @Override
  public String run(String secret, String[] arguments) {
    if (BELIEVE_CLOCK.equals(arguments[0])) {
      TrustedTime.ofServer().believe();
      return "the server follows its machine's clock; its time is " + TrustedTime.ofServer().now();
    }
    if (isAway.getAsBoolean()) {
      throw new ServerRefusal("the database is away (see /health); try again when it is back");
    }
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    try (URLClassLoader libraries = DatabaseLibraries.of(options)) {
      thread.setContextClassLoader(libraries);
      return (String)
          libraries
              .loadClass(SUBCOMMAND)
              .getMethod("runInServer", Path.class, String.class, String[].class)
              .invoke(null, options.key(), secret, arguments);
    } catch (InvocationTargetException e) {
      throw new ServerRefusal(String.valueOf(e.getCause().getMessage()));
    } catch (ReflectiveOperationException | IOException e) {
      throw new IllegalStateException("this is not the expected distribution", e);
    } finally {
      thread.setContextClassLoader(before);
    }
  }
}

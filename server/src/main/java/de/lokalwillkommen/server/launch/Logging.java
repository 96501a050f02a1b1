package de.lokalwillkommen.server.launch;

import java.nio.file.Path;
import java.util.Locale;

/** The configuration of the server's log. */
final class Logging {
  private Logging() {}

  /** The format of a log line, for {@link java.util.logging.SimpleFormatter}. */
  static final String FORMAT = "%1$tFT%1$tT.%1$tL%1$tz %4$s [%3$s] %5$s%6$s%n";

  /** The log of this installation. */
  static Path file(Path logs) {
    return logs.resolve("server.log");
  }

  /** One line per record in the daily log; the console stays quiet. */
  static String properties(Path logs) {
    return String.format(
        Locale.ROOT,
        """
        handlers=de.lokalwillkommen.server.run.DailyLog
        de.lokalwillkommen.server.run.DailyLog.directory=%s
        java.util.logging.SimpleFormatter.format=%s
        .level=INFO
        # only reports on expired certificates that the JDK's list of authorities still carries
        javax.enterprise.system.security.ssl.level=SEVERE
        # one line per class it looks at
        org.glassfish.hk2.classmodel.level=WARNING
        com.hazelcast.level=WARNING
        # which files strangers ask for that are not there
        jakarta.enterprise.resource.webcontainer.faces.application.level=SEVERE
        # what strangers send that cannot be decoded, and to which address
        org.glassfish.grizzly.http.util.Parameters.level=SEVERE
        org.glassfish.jersey.servlet.WebComponent.level=SEVERE
        # that it does not know our release of Derby yet: our own tests run on it
        org.flywaydb.core.internal.database.base.Database.level=SEVERE
        # that Derby has some indexes already, for its foreign keys; PostgreSQL needs them
        org.flywaydb.core.internal.sqlscript.DefaultSqlScriptExecutor.level=SEVERE
        """,
        logs,
        FORMAT);
  }
}

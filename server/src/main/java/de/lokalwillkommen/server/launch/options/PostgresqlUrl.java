package de.lokalwillkommen.server.launch.options;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * JDBC addresses of a PostgreSQL with a time limit for each kind of waiting: a machine that has
 * died, or a network that loses packets, sends no error. Parameters in the operator's address have
 * priority.
 */
final class PostgresqlUrl {

  /** The detail of an error holds values, such as the name or the address that exists twice. */
  private static final String DETAIL = "logServerErrorDetail";

  private PostgresqlUrl() {}

  /** For migrations and commands, which have no limit once they are connected. */
  static String patient(String url) {
    Map<String, String> limits = new LinkedHashMap<>();
    limits.put("connectTimeout", "10");
    limits.put("loginTimeout", "15");
    limits.put("tcpKeepAlive", "true");
    limits.put(DETAIL, "false");
    return with(url, limits);
  }

  /**
   * For the pool: longer than any statement may take in the database, see {@code ConnectionPool}.
   */
  static String impatient(String url) {
    Map<String, String> limits = new LinkedHashMap<>();
    limits.put("connectTimeout", "3");
    limits.put("loginTimeout", "5");
    limits.put("socketTimeout", "12");
    limits.put("cancelSignalTimeout", "3");
    limits.put("tcpKeepAlive", "true");
    limits.put("socketFactory", "de.lokalwillkommen.server.run.PoolSockets");
    limits.put(DETAIL, "false");
    return with(url, limits);
  }

  private static String with(String url, Map<String, String> limits) {
    StringBuilder whole = new StringBuilder(url);
    limits.forEach(
        (name, value) -> {
          if (!url.matches(".*[?&]" + name + "=.*")) {
            whole.append(whole.indexOf("?") < 0 ? '?' : '&').append(name).append('=').append(value);
          }
        });
    return whole.toString();
  }
}

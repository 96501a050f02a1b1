package de.lokalwillkommen.server.run;

import fish.payara.micro.ClusterCommandResult;
import fish.payara.micro.boot.AdminCommandRunner;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Payara's pool of connections to the database. */
final class ConnectionPool implements StorageWatch.Pool {
  private static final String NAME = "lw";
  private static final String POSTGRESQL_VALIDATION =
      "org.glassfish.api.jdbc.validation.PostgresConnectionValidation";
  private static final String POSTGRESQL_SESSION =
      "set statement_timeout = '10s'; set lock_timeout = '8s';"
          + " set idle_in_transaction_session_timeout = '20s'";

  private final AdminCommandRunner commands;
  private final boolean embedded;

  private ConnectionPool(AdminCommandRunner commands, boolean embedded) {
    this.commands = commands;
    this.embedded = embedded;
  }

  /** Creates the pool, and the resource by which the applications look it up. */
  static ConnectionPool create(AdminCommandRunner commands, Map<String, String> environment) {
    boolean embedded = environment.get("LW_DB_URL").startsWith("jdbc:derby:");
    ConnectionPool pool = new ConnectionPool(commands, embedded);
    pool.run("create-jdbc-connection-pool", arguments(embedded, environment));
    pool.run("create-jdbc-resource", List.of("--connectionpoolid", NAME, "jdbc/lokalwillkommen"));
    return pool;
  }

  @Override
  public void cut() {
    PoolSockets.cut();
  }

  @Override
  public void renew() {
    PoolSockets.restore();
    run("flush-connection-pool", List.of(NAME));
  }

  private static List<String> arguments(boolean embedded, Map<String, String> environment) {
    List<String> pool = new ArrayList<>();
    pool.addAll(List.of("--restype", "java.sql.Driver"));
    pool.addAll(List.of("--driverclassname", driver(embedded)));
    pool.addAll(List.of("--steadypoolsize", "8", "--maxpoolsize", "40", "--maxwait", "5000"));
    pool.addAll(List.of("--isolationlevel", "read-committed", "--isisolationguaranteed=true"));
    pool.addAll(List.of("--statementcachesize", "200"));
    // Payara's default listener does nothing but costs a proxy call for every parameter
    pool.addAll(List.of("--sqltracelisteners", "null"));
    // a database may be restarted while the server runs, the embedded one by the watch
    pool.addAll(List.of("--isconnectvalidatereq=true", "--validateatmostonceperiod", "5"));
    if (embedded) {
      // a connection detects by itself that its database has been closed
      pool.addAll(List.of("--validationmethod", "meta-data"));
    } else {
      pool.addAll(List.of("--validationmethod", "custom-validation"));
      pool.addAll(List.of("--validationclassname", POSTGRESQL_VALIDATION));
      // a statement ends in the database too when its client has stopped waiting
      pool.addAll(List.of("--initsql", POSTGRESQL_SESSION));
    }
    // by reference: literal values would be split at colons and appear in the log
    String access = "url=${ENV\\=LW_DB_POOL_URL}";
    if (!environment.getOrDefault("LW_DB_USER", "").isEmpty()) {
      access += ":user=${ENV\\=LW_DB_USER}:password=${ENV\\=LW_DB_PASSWORD}";
    }
    pool.addAll(List.of("--property", access, NAME));
    return pool;
  }

  private static String driver(boolean embedded) {
    return embedded ? DerbyDoor.class.getName() : "org.postgresql.Driver";
  }

  private void run(String command, List<String> arguments) {
    ClusterCommandResult result = commands.run(command, arguments.toArray(String[]::new));
    if (result.getExitStatus() == ClusterCommandResult.ExitStatus.FAILURE) {
      throw new ServerRefusal("Payara refused " + command + ": " + result.getOutput());
    }
  }
}

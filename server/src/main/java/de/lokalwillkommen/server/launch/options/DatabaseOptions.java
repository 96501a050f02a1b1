package de.lokalwillkommen.server.launch.options;

import de.lokalwillkommen.server.launch.host.DataDirectory;
import de.lokalwillkommen.server.launch.host.FailureReason;
import de.lokalwillkommen.server.launch.host.LaunchRefusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options for the location of the data, shared by the server and the subcommands. */
public final class DatabaseOptions {
  /** The default data directory. */
  static final String DATA = "./data";

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description =
          "file of settings (default: lokal-willkommen.properties beside the data directory)")
  // already read when this is set, see Configuration
  private Path config;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      defaultValue = DATA,
      description = "data directory: database, keys, logs (default: ./data)")
  private Path data;

  @Option(
      names = "--database-url",
      paramLabel = "JDBC-URL",
      description = "a PostgreSQL instead of the embedded database")
  private String url;

  @Option(names = "--database-user", paramLabel = "USER", description = "user of the PostgreSQL")
  private String user;

  @Option(
      names = "--database-password-file",
      paramLabel = "FILE",
      description = "file whose first line is that user's password")
  private Path passwordFile;

  public Path data() {
    return data;
  }

  public boolean isPostgresql() {
    return url != null && !url.isBlank();
  }

  /** The environment of child processes, which is not public, unlike a command line. */
  public Map<String, String> environment(DataDirectory directory) {
    if (!isPostgresql()) {
      String derby = "jdbc:derby:" + directory.database();
      return Map.of("LW_DB_URL", derby, "LW_DB_POOL_URL", derby);
    }
    if (!url.startsWith("jdbc:postgresql:")) {
      throw new WrongOption("--database-url must begin with jdbc:postgresql:");
    }
    Map<String, String> environment = new HashMap<>();
    environment.put("LW_DB_URL", PostgresqlUrl.patient(url));
    environment.put("LW_DB_POOL_URL", PostgresqlUrl.impatient(url));
    if (user != null) {
      environment.put("LW_DB_USER", user);
      environment.put("LW_DB_PASSWORD", password());
    }
    return environment;
  }

  /** The file with the password, if one is named. */
  public Optional<SecretFile> findSecretFile() {
    return Optional.ofNullable(passwordFile).map(SecretFile::new);
  }

  private String password() {
    if (passwordFile == null) {
      return "";
    }
    try {
      return Files.readAllLines(passwordFile).stream().findFirst().orElse("");
    } catch (IOException e) {
      throw new LaunchRefusal(
          "the password file " + passwordFile + " cannot be read: " + FailureReason.of(e), e);
    }
  }
}

package de.lokalwillkommen.server.system;

import de.lokalwillkommen.core.staff.PasswordHash;
import de.lokalwillkommen.core.staff.SecretToken;
import de.lokalwillkommen.core.ticketing.VisitorKey;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.flywaydb.core.Flyway;

/** A database of an earlier release, in the middle of a day, with its key. */
final class EarlierOffice {

  static final String PASSWORD = "mein hund heißt bello";
  static final SecretToken LENA = SecretToken.random();
  static final SecretToken OMID = SecretToken.random();
  static final SecretToken KIOSK = SecretToken.random();
  static final SecretToken LOST_KIOSK = SecretToken.random();
  static final SecretToken DISPLAY = SecretToken.random();

  private static final String VERSION = "4";
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final Duration CELL = Duration.ofMinutes(5);
  private static final DateTimeFormatter SQL =
      DateTimeFormatter.ofPattern("''yyyy-MM-dd HH:mm:ss''", Locale.ROOT);
  private static final Pattern PLACE = Pattern.compile("\\{([^}]+)}");

  private final byte[] key = LENA.hash().substring(0, 32).getBytes(StandardCharsets.US_ASCII);
  private final Instant now;
  private final LocalDate today;

  /**
   * @param now when the old release was stopped
   */
  EarlierOffice(Instant now) {
    this.now = now.truncatedTo(ChronoUnit.MINUTES);
    this.today = LocalDate.ofInstant(now, BERLIN);
  }

  /** The token by which a visitor finds a ticket. */
  String tokenOf(long ticket) {
    return new VisitorKey(key).tokenFor(ticket);
  }

  /** Writes the key into a data directory, and the rows into an empty database. */
  void writeTo(Path data, String url) throws IOException, SQLException {
    Files.createDirectories(data.resolve("keys"));
    Files.write(data.resolve("keys/visitor.key"), key);
    Flyway.configure().dataSource(url, null, null).target(VERSION).load().migrate();
    try (Connection connection = DriverManager.getConnection(url);
        Statement sql = connection.createStatement()) {
      for (String statement : script().split(";\\s*\n")) {
        sql.execute(statement);
      }
      long claim = 200;
      claim = claim(sql, claim, due(), 41, 0, 81);
      claim = claim(sql, claim, tomorrow("10:00"), rule(), 1, 82);
      claim(sql, claim, tomorrow("09:00"), rule(), 0, 83);
    }
  }

  private static long claim(
      Statement sql, long first, Instant start, long rule, int desk, long appointment)
      throws SQLException {
    long id = first;
    Instant end = start.plus(Duration.ofMinutes(30));
    for (Instant cell = start; cell.isBefore(end); cell = cell.plus(CELL)) {
      sql.execute(
          "insert into slot_claim values (%d, %d, %d, %s, %d)"
              .formatted(id++, rule, desk, sql(cell), appointment));
    }
    return id;
  }

  private String script() throws IOException {
    try (InputStream in = getClass().getResourceAsStream("/upgrade/office-of-version-4.sql")) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return PLACE
          .matcher(text.replaceAll("(?m)^--.*$", ""))
          .replaceAll(place -> Matcher.quoteReplacement(value(place.group(1))));
    }
  }

  private String value(String place) {
    Map<String, Function<String, String>> kinds =
        Map.of(
            "today", offset -> "'" + today.plusDays(number(offset)) + "'",
            "due", offset -> sql(due().plus(Duration.ofMinutes(number(offset)))),
            "tomorrow ",
                time -> time.equals("rule") ? String.valueOf(rule()) : sql(tomorrow(time)));
    for (Map.Entry<String, Function<String, String>> kind : kinds.entrySet()) {
      if (place.startsWith(kind.getKey())) {
        return kind.getValue().apply(place.substring(kind.getKey().length()));
      }
    }
    return place.matches("[+-]\\d+")
        ? sql(now.plus(Duration.ofMinutes(number(place))))
        : secrets().get(place);
  }

  private Map<String, String> secrets() {
    return Map.of(
        "password", PasswordHash.of(PASSWORD).phc(),
        "lena", LENA.hash(),
        "omid", OMID.hash(),
        "kiosk", KIOSK.hash(),
        "lost", LOST_KIOSK.hash(),
        "display", DISPLAY.hash(),
        "key", fingerprint());
  }

  /** Now, rounded down to a cell, which is never before today. */
  private Instant due() {
    long cell = CELL.toSeconds();
    return Instant.ofEpochSecond(now.getEpochSecond() / cell * cell);
  }

  private Instant tomorrow(String time) {
    return today.plusDays(1).atTime(LocalTime.parse(time)).atZone(BERLIN).toInstant();
  }

  /** The hours of that weekday. */
  private long rule() {
    return 40L + today.plusDays(1).getDayOfWeek().getValue();
  }

  private static long number(String offset) {
    return offset.isEmpty() ? 0 : Long.parseLong(offset);
  }

  private static String sql(Instant at) {
    LocalDateTime utc = LocalDateTime.ofInstant(at, ZoneOffset.UTC);
    return utc.format(SQL);
  }

  private String fingerprint() {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(key));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}

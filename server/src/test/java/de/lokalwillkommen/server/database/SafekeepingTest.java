package de.lokalwillkommen.server.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.exceptionfactory.jagged.x25519.X25519KeyPairGenerator;
import de.lokalwillkommen.server.database.rows.Ids;
import de.lokalwillkommen.server.demo.DemoData;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.Key;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.flywaydb.core.api.MigrationVersion;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SafekeepingTest {
  private static final byte[] KEY = key(1);
  private static final byte[] OTHER_KEY = key(9);

  private static final Clock NOON =
      Clock.fixed(Instant.parse("2026-11-20T11:00:00Z"), ZoneOffset.UTC);
  private static final String MANIFEST = "manifest.json";
  private static final String TICKETS = "tables/ticket.jsonl";

  @TempDir private static Path forAll;

  private static Path archived;

  @TempDir private Path folder;

  private Path key;

  @BeforeAll
  static void nameArchive() {
    archived = forAll.resolve("demo.zip");
  }

  @BeforeEach
  void createKey() throws IOException {
    key = Files.write(folder.resolve("visitor.key"), KEY);
  }

  private Safekeeping of(Database database) {
    return new Safekeeping(database, key, false, NOON);
  }

  private Database derby(String name) {
    return new Database("jdbc:derby:" + folder.resolve(name), "", "");
  }

  private static Database demo(Database database) {
    database.migrate();
    database.alone(new DemoData(NOON, "no password")::insertInto);
    return database;
  }

  /** Written once for all tests. */
  private Path archiveOfDemo() throws IOException {
    if (!Files.exists(archived)) {
      Database derby = demo(new Database("jdbc:derby:" + archived + "-derby", "", ""));
      derby.alone(SafekeepingTest::nameInstallation);
      derby.alone(SafekeepingTest::leaveTracesOfAServer);
      of(derby).backup(archived, Optional.empty());
      derby.closeThisOne();
    }
    return Files.copy(archived, folder.resolve("demo.zip"), StandardCopyOption.COPY_ATTRIBUTES);
  }

  private static void nameInstallation(Connection connection) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.executeUpdate("update installation_profile set name = 'Musterstadt', logo = 'x'");
      statement.executeUpdate(
          "insert into installation_logo (part, content) values (0, '" + "A".repeat(30_000) + "')");
    }
  }

  private static void leaveTracesOfAServer(Connection connection) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.executeUpdate(
          "insert into lease (name, holder, held_until) values ('forgetting', 'lost',"
              + " '2026-11-20 12:00:00')");
      statement.executeUpdate(
          "update known_time set known_at = '2026-11-20 11:00:00',"
              + " database_at = '2026-11-20 11:00:00', unproven_since = '2026-11-20 10:00:00'");
    }
  }

  /** Otherwise the first rounds of deletion would wait for a server that is lost. */
  private static void assertNoTraces(Connection connection) throws SQLException {
    assertThat(number(connection, "select count(*) from lease")).isZero();
    assertThat(
            number(
                connection,
                "select count(known_at) + count(database_at) + count(unproven_since)"
                    + " from known_time"))
        .isZero();
  }

  /** Without the history, into which a restore is written, and what a restore forgets. */
  private static Map<String, List<String>> rowsButHistory(Path archive) throws IOException {
    Map<String, List<String>> rows = rows(archive);
    rows.keySet().removeIf(name -> name.matches(".*(history_entry|lease|known_time).*"));
    return rows;
  }

  private static List<String> history(Path archive) throws IOException {
    return rows(archive).entrySet().stream()
        .filter(table -> table.getKey().contains("history_entry"))
        .flatMap(table -> table.getValue().stream())
        .toList();
  }

  /** The rows of each table, sorted. */
  private static Map<String, List<String>> rows(Path archive) throws IOException {
    Map<String, List<String>> rows = new TreeMap<>();
    try (ZipFile zip = new ZipFile(archive.toFile())) {
      for (ZipEntry entry : zip.stream().filter(e -> e.getName().startsWith("tables/")).toList()) {
        String text = new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
        rows.put(entry.getName(), text.lines().sorted().toList());
      }
    }
    return rows;
  }

  @Test
  void aDatabaseMovesToPostgresqlAndBackRowByRow() throws IOException {
    Path first = archiveOfDemo();
    Database postgresql = EmptyDatabases.postgresql();
    of(postgresql).restore(first, Optional.empty());
    Path second = folder.resolve("second.zip");
    of(postgresql).backup(second, Optional.empty());
    Database derby = derby("again");
    of(derby).restore(second, Optional.empty());
    Path third = folder.resolve("third.zip");
    of(derby).backup(third, Optional.empty());

    assertThat(rows(first).get(TICKETS)).hasSizeGreaterThan(500);
    assertThat(rows(first).get("tables/installation_logo.jsonl")).hasSize(1);
    assertThat(rowsButHistory(second)).isEqualTo(rowsButHistory(first));
    assertThat(rowsButHistory(third)).isEqualTo(rowsButHistory(first));
    assertThat(history(third)).hasSize(history(first).size() + 2);
    assertThat(history(third)).filteredOn(line -> line.contains("RESTORE_BACKUP")).hasSize(2);
    for (Database restored : List.of(postgresql, derby)) {
      assertThat(of(restored).check().lines()).hasSize(7).allMatch(line -> line.startsWith("ok: "));
      restored.alone(SafekeepingTest::assertNextIdIsFree);
      restored.alone(SafekeepingTest::assertNoTraces);
    }
    derby.closeThisOne();
  }

  /** Can be read once. */
  private static final class EndingClock extends Clock {
    private boolean read;

    @Override
    public Instant instant() {
      if (read) {
        throw new IllegalStateException("the process has ended");
      }
      read = true;
      return NOON.instant();
    }

    @Override
    public ZoneId getZone() {
      return NOON.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  /** The process ends between the rows and the entry of the history. */
  @Test
  void aRestoreThatBreaksOffAfterTheRowsLeavesNoTracesOfAServer() throws IOException {
    Path archive = archiveOfDemo();
    Database postgresql = EmptyDatabases.postgresql();

    assertThatThrownBy(
            () ->
                new Safekeeping(postgresql, key, false, new EndingClock())
                    .restore(archive, Optional.empty()))
        .hasMessage("the process has ended");

    postgresql.alone(
        connection ->
            assertThat(number(connection, "select count(*) from ticket_event")).isPositive());
    postgresql.alone(SafekeepingTest::assertNoTraces);
  }

  private static void assertNextIdIsFree(Connection connection) throws SQLException {
    long next = new Ids(connection).next();
    assertThat(number(connection, "select count(*) from ticket_event where id >= " + next))
        .isZero();
  }

  private static long number(Connection connection, String query) throws SQLException {
    try (var statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getLong(1);
    }
  }

  @Test
  void whatIsKnownForADayIsInNoArchive() throws IOException {
    Database derby = demo(derby("original"));
    derby.alone(
        connection -> {
          try (var statement = connection.createStatement()) {
            statement.executeUpdate(
                "insert into ticket_act (event_id, ticket_id, office_id, counsellor_id, acted_at)"
                    + " select max(id), min(id), 'hoerde', 1, current_timestamp from ticket");
            statement.executeUpdate(
                "insert into colleague_note (ticket_id, note) select min(id), 'a secret' from ticket");
          }
        });
    Path archive = folder.resolve("first.zip");

    of(derby).backup(archive, Optional.empty());

    assertThat(rows(archive).get("tables/ticket_act.jsonl")).isEmpty();
    assertThat(rows(archive).get("tables/colleague_note.jsonl")).isEmpty();
    derby.alone(
        connection ->
            assertThat(number(connection, "select count(*) from colleague_note")).isEqualTo(1));
    derby.closeThisOne();
  }

  @Test
  void allKindsOfValuesSurvive() throws IOException {
    Database derby = derby("original");
    derby.migrate();
    derby.alone(
        connection -> {
          try (var statement = connection.createStatement()) {
            statement.executeUpdate(
                "insert into installation values ('odd', 'a \"quote\", a \\ and\n a\ttab, 😀 Ü')");
            statement.executeUpdate("insert into installation values ('empty', '')");
            statement.executeUpdate(
                "update pulse set beat_at = timestamp('2026-03-29 02:30:00.123456')");
          }
        });
    Path first = folder.resolve("first.zip");
    of(derby).backup(first, Optional.empty());
    Database postgresql = EmptyDatabases.postgresql();
    of(postgresql).restore(first, Optional.empty());
    Path second = folder.resolve("second.zip");
    of(postgresql).backup(second, Optional.empty());

    assertThat(rowsButHistory(second)).isEqualTo(rowsButHistory(first));
    assertThat(rows(first).get("tables/pulse.jsonl"))
        .containsExactly("[1,\"2026-03-29T02:30:00.123456Z\"]");
    assertThat(rows(first).get("tables/known_time.jsonl")).containsExactly("[1,null,null,null]");
    postgresql.alone(
        connection ->
            assertThat(
                    number(
                        connection,
                        "select count(*) from installation where value = '' or value ="
                            + " 'a \"quote\", a \\ and\n a\ttab, 😀 Ü'"))
                .isEqualTo(2));
    derby.closeThisOne();
  }

  @Test
  void anArchiveBelongsToItsOwnerAndIsNeverOverwritten() throws IOException {
    Path archive = archiveOfDemo();

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(archive)))
        .isEqualTo("rw-------");
    assertThatThrownBy(() -> of(derby("original")).backup(archive, Optional.empty()))
        .isInstanceOf(DatabaseRefusal.class)
        .hasMessageContaining("exists already");
  }

  @Test
  void theKeyIsRestoredAndAnotherOneIsKept() throws IOException {
    Path archive = archiveOfDemo();
    Files.write(key, OTHER_KEY);

    of(EmptyDatabases.postgresql()).restore(archive, Optional.empty());

    assertThat(Files.readAllBytes(key)).isEqualTo(KEY);
    assertThat(Files.readAllBytes(folder.resolve("visitor.key.replaced"))).isEqualTo(OTHER_KEY);
  }

  @Test
  void aFullDatabaseIsRefused() throws IOException {
    Path archive = archiveOfDemo();
    Database postgresql = EmptyDatabases.postgresql();
    of(postgresql).restore(archive, Optional.empty());
    of(derby("new")).restore(archive, Optional.empty());

    assertThatThrownBy(() -> of(postgresql).restore(archive, Optional.empty()))
        .isInstanceOf(DatabaseRefusal.class)
        .hasMessageContaining("not empty");
    assertThatThrownBy(() -> of(derby("new")).restore(archive, Optional.empty()))
        .isInstanceOf(DatabaseRefusal.class)
        .hasMessageContaining("move this folder away");
  }

  @Test
  void aTruncatedArchiveIsRefused() throws IOException {
    Path archive = archiveOfDemo();
    byte[] whole = Files.readAllBytes(archive);
    Files.write(archive, Arrays.copyOf(whole, whole.length - 1000));

    assertThatThrownBy(() -> of(derby("new")).restore(archive, Optional.empty()))
        .isInstanceOf(DatabaseRefusal.class)
        .hasMessageContaining("cannot be read");
    assertThat(folder.resolve("new")).doesNotExist();
  }

  @Test
  void aChangedArchiveIsRefusedBeforeAnythingIsWritten() throws IOException {
    Path archive = archiveOfDemo();
    Path changed = changed(archive, TICKETS, text -> text.replaceFirst("WALK_IN", "STAFF"));
    Path incomplete = changed(archive, TICKETS, text -> null);
    Path later =
        changed(archive, MANIFEST, text -> text.replace("\"format\" : 1", "\"format\" : 2"));

    assertRefused(changed, "ticket.jsonl has another checksum");
    assertRefused(incomplete, "ticket.jsonl is missing");
    assertRefused(later, "newer release");
    assertRefused(changed(archive, MANIFEST, text -> "[1,"), "damaged");
    assertThat(folder.resolve("new")).doesNotExist();
    assertThat(folder.resolve("new.new")).doesNotExist();
  }

  @Test
  void nothingIsRestoredFromAnArchiveThatDoesNotFit() throws IOException {
    Path archive = archiveOfDemo();
    Path newerSchema =
        changed(
            archive, MANIFEST, text -> text.replaceFirst("\"schema\" : \\d+", "\"schema\" : 999"));
    Path fewerRows =
        changed(
            archive,
            MANIFEST,
            text -> text.replaceFirst("(?s)(.*)\"rows\" : \\d+", "$1\"rows\" : 99999"));

    assertRefused(newerSchema, "newer release");
    assertRefused(fewerRows, "another number of rows");
    assertThat(folder.resolve("new")).doesNotExist();
    Database postgresql = EmptyDatabases.postgresql();
    assertThatThrownBy(() -> of(postgresql).restore(fewerRows, Optional.empty()))
        .hasMessageContaining("rows");
    postgresql.alone(
        connection -> assertThat(number(connection, "select count(*) from ticket_event")).isZero());
    of(postgresql).restore(archive, Optional.empty());
  }

  private void assertRefused(Path archive, String reason) {
    assertRefused(archive, Optional.empty(), reason);
  }

  private void assertRefused(Path archive, Optional<String> identity, String reason) {
    assertThatThrownBy(() -> of(derby("new")).restore(archive, identity))
        .isInstanceOf(DatabaseRefusal.class)
        .hasMessageContaining(reason);
  }

  /** The archive with another text in one of its files, and the checksum of that text. */
  private Path forged(Path archive, String file, UnaryOperator<String> change) throws IOException {
    StringBuilder sums = new StringBuilder();
    Path changed =
        changed(
            archive,
            file,
            text -> {
              String other = change.apply(text);
              sums.append(sha256(text)).append(sha256(other));
              return other;
            });
    int half = sums.length() / 2;
    return changed(
        changed, MANIFEST, text -> text.replace(sums.substring(0, half), sums.substring(half)));
  }

  private static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The archive with another text in one of its files, or without it, and with more files. */
  private Path changed(Path archive, String file, UnaryOperator<String> change, String... more)
      throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipFile zip = new ZipFile(archive.toFile());
        ZipOutputStream out = new ZipOutputStream(bytes)) {
      for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
        ZipEntry entry = all.nextElement();
        byte[] content = zip.getInputStream(entry).readAllBytes();
        if (entry.getName().equals(file)) {
          String text = change.apply(new String(content, StandardCharsets.UTF_8));
          content = text == null ? null : text.getBytes(StandardCharsets.UTF_8);
        }
        if (content != null) {
          out.putNextEntry(new ZipEntry(entry.getName()));
          out.write(content);
        }
      }
      for (String name : more) {
        out.putNextEntry(new ZipEntry(name));
      }
    }
    return Files.write(Files.createTempFile(folder, "changed", ".zip"), bytes.toByteArray());
  }

  @Test
  void whatAnArchiveMustNotHoldIsRefused() throws IOException {
    Path archive = archiveOfDemo();
    Path outside = changed(archive, TICKETS, text -> text, "../../outside");
    Path endless = changed(archive, MANIFEST, text -> " ".repeat(50_000_000) + text);
    Path twice =
        changed(archive, MANIFEST, text -> text.replace("\"closure\"", "\"opening_rule\""));

    assertRefused(outside, "files that do not belong there");
    assertRefused(endless, "too long");
    assertRefused(twice, "damaged");
    assertRefused(Files.write(folder.resolve("text.zip"), new byte[] {'a'}), "cannot be read");
    assertThat(folder.resolve("new.new")).doesNotExist();
  }

  @Test
  void aFailedRestoreCanBeRepeatedAndLeavesTheKey() throws IOException {
    Path archive = archiveOfDemo();
    Path wrong = forged(archive, TICKETS, text -> text.replaceFirst("WALK_IN", "W".repeat(21)));
    Files.write(key, OTHER_KEY);
    Database postgresql = EmptyDatabases.postgresql();

    assertThatThrownBy(() -> of(postgresql).restore(wrong, Optional.empty()))
        .isInstanceOf(DatabaseRefusal.class);
    assertThatThrownBy(() -> of(derby("new")).restore(wrong, Optional.empty()))
        .isInstanceOf(DatabaseRefusal.class);

    assertThat(Files.readAllBytes(key)).isEqualTo(OTHER_KEY);
    assertThat(folder.resolve("visitor.key.replaced")).doesNotExist();
    assertThat(folder.resolve("new")).doesNotExist();
    assertThat(folder.resolve("new.new")).doesNotExist();
    of(postgresql).restore(archive, Optional.empty());
    of(derby("new")).restore(archive, Optional.empty());
  }

  @Test
  void anArchiveOfAnOlderReleaseIsBroughtUpToDate() throws IOException {
    Database old = derby("old");
    old.bringUpTo(MigrationVersion.fromVersion("12"));
    old.alone(
        connection -> {
          try (var statement = connection.createStatement()) {
            statement.executeUpdate("insert into installation values ('from', 'before')");
          }
        });
    Path archive = folder.resolve("old.zip");
    of(old).backup(archive, Optional.empty());
    Database postgresql = EmptyDatabases.postgresql();
    Database migrated = EmptyDatabases.postgresql();
    migrated.migrate();

    of(postgresql).restore(archive, Optional.empty());
    of(derby("new")).restore(archive, Optional.empty());

    assertThat(of(postgresql).check()).doesNotContain("BROKEN");
    assertThat(of(derby("new")).check()).doesNotContain("BROKEN");
    assertThatThrownBy(() -> of(migrated).restore(archive, Optional.empty()))
        .isInstanceOf(DatabaseRefusal.class)
        .hasMessageContaining("the archive those of 12");
    old.closeThisOne();
    derby("new").closeThisOne();
  }

  @Test
  void anEncryptedArchiveOpensForItsIdentityAlone() throws IOException, NoSuchAlgorithmException {
    Database derby = demo(EmptyDatabases.migratedDerby());
    KeyPair key = new X25519KeyPairGenerator().generateKeyPair();
    KeyPair other = new X25519KeyPairGenerator().generateKeyPair();
    Path archive = folder.resolve("a.zip.age");
    of(derby).backup(archive, text(key.getPublic()));
    byte[] whole = Files.readAllBytes(archive);

    assertThat(new String(whole, StandardCharsets.ISO_8859_1))
        .startsWith("age-encryption.org/v1\n")
        .doesNotContain("manifest.json");
    assertRefused(archive, "--identity-file");
    assertRefused(archive, text(other.getPrivate()), "another identity");
    Path altered = folder.resolve("altered");
    byte[] flipped = whole.clone();
    flipped[whole.length / 2] ^= 1;
    Files.write(altered, flipped);
    assertRefused(altered, text(key.getPrivate()), "cannot be read");
    Files.write(altered, Arrays.copyOf(whole, whole.length - 1));
    assertRefused(altered, text(key.getPrivate()), "cannot be read");
    assertThat(folder.resolve("new")).doesNotExist();

    of(derby("new")).restore(archive, text(key.getPrivate()));
    assertThat(of(derby("new")).check()).doesNotContain("BROKEN");
    derby("new").closeThisOne();
  }

  private static Optional<String> text(Key key) {
    return Optional.of(new String(key.getEncoded(), StandardCharsets.US_ASCII));
  }

  @Test
  void aFailedBackupLeavesNothing() throws IOException, SQLException {
    Database derby = demo(derby("original"));
    try (Connection connection = derby.connect();
        var statement = connection.createStatement()) {
      // is read after all others
      statement.execute("drop table \"flyway_schema_history\"");
    }

    assertThatThrownBy(() -> of(derby).backup(folder.resolve("a.zip"), Optional.empty()))
        .isInstanceOf(DatabaseRefusal.class);

    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("original", "visitor.key");
    }
    derby.closeThisOne();
  }

  @Test
  void aDatabaseInUseIsReadFromACopyThatIsThenRemoved() throws IOException {
    Database derby = demo(derby("original"));
    Safekeeping inServer = new Safekeeping(derby, key, true, NOON);
    Path archive = folder.resolve("a.zip");
    Path direct = folder.resolve("b.zip");

    derby.alone(writing -> inServer.backup(archive, Optional.empty()));
    of(derby).backup(direct, Optional.empty());

    assertThat(rows(archive)).isEqualTo(rows(direct));
    assertThat(inServer.check()).doesNotContain("BROKEN");
    assertThat(folder.resolve("original.copy")).doesNotExist();
    derby.closeThisOne();
  }

  @Test
  void aBrokenRuleIsFound() {
    assertBroken("delete from ticket_event where to_status = 'DONE'", "last event");
    assertBroken("update ticket_event set persons = 7", "persons, organisations and outcome");
    assertBroken("update slot_claim set desk = desk + 50", "lies within");
    assertBroken("update appointment set ends_at = starts_at", "all five minutes");
    assertBroken(
        "update ticket set series_number = 9999" + " where id = (select max(id) from ticket)",
        "no gap");
    assertBroken(
        "insert into numbers_gone (office_id, business_day, series, gone, highest)"
            + " values ('nordstadt', '2020-01-01', 'A', 3, 4)",
        "no gap");
    assertBroken(
        "insert into visit (visit_key, office_id, numbered_by, business_day, series, origin,"
            + " half_hour, outcome, transfers) values (1, 'nordstadt', 'nordstadt',"
            + " '2020-01-01', 'A', 'WALK_IN', 20, 'DONE', 0)",
        "no gap");
  }

  private void assertBroken(String change, String rule) {
    Database derby = demo(EmptyDatabases.migratedDerby());
    derby.alone(
        connection -> {
          try (var statement = connection.createStatement()) {
            statement.executeUpdate(change);
          }
        });
    assertThatThrownBy(() -> of(derby).check())
        .isInstanceOf(DatabaseRefusal.class)
        .hasMessageMatching("(?s).*BROKEN: [^\n]*" + rule + ".*");
  }

  @Test
  void aKeyOfAnotherLengthIsRefused() throws Exception {
    Files.write(key, new byte[] {1, 2, 3});
    Path archive = folder.resolve("short");
    Database derby = derby("short-key");
    derby.migrate();
    of(derby).backup(archive, Optional.empty());
    derby.closeThisOne();

    assertRefused(archive, "its key has another length");
  }

  private static byte[] key(int content) {
    byte[] key = new byte[32];
    Arrays.fill(key, (byte) content);
    return key;
  }
}

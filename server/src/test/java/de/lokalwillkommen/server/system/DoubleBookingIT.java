package de.lokalwillkommen.server.system;

import static org.assertj.core.api.Assertions.assertThat;

import de.lokalwillkommen.core.kernel.TestPostgresql;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Many people compete for few slots, on two servers. For the state after a power cut see {@link
 * UnderLoadIT}.
 */
@Tag("alone")
class DoubleBookingIT {

  static final int CLIENTS = Integer.getInteger("lw.race.clients", 64);

  /** For a longer run: {@code -Dlw.race.seconds=60 -Dlw.race.clients=200}. */
  private static final int SECONDS = Integer.getInteger("lw.race.seconds", 8);

  @Test
  void noSlotIsBookedTwiceOnTwoServersOverOneDatabase(@TempDir Path first, @TempDir Path second)
      throws Exception {
    try (EmbeddedPostgres database = TestPostgresql.start()) {
      String url = database.getJdbcUrl("postgres", "postgres");
      try (RunningServer one = RunningServer.demo(first, "--database-url", url);
          RunningServer two = RunningServer.demo(withKeysOf(one, second), "--database-url", url);
          BookingRush rush = new BookingRush(List.of(new Api(one), new Api(two)))) {
        rush.begin(CLIENTS).goOn(SECONDS).stop();

        assertThat(rush.surprises()).isEmpty();
        assertIsAsAcknowledged(rush, new Api(two));
        assertHoldsEnd(rush, new Api(one), url);
      }
      assertClaimsAgree(url);
    }
  }

  /** Servers over one database share the keys with which visitors' addresses are signed. */
  private static Path withKeysOf(RunningServer server, Path folder) throws IOException {
    Path keys = server.data().resolve("keys");
    try (Stream<Path> all = Files.walk(keys)) {
      for (Path from : all.toList()) {
        Files.copy(
            from,
            folder.resolve("keys").resolve(keys.relativize(from)),
            StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
    return folder;
  }

  static void assertIsAsAcknowledged(BookingRush rush, Api api) {
    rush.booked()
        .forEach(
            (code, known) -> {
              JsonObject now = look(api, code);
              assertThat(now.getString("state")).isEqualTo("BOOKED");
              assertThat(slotOf(now)).isEqualTo(known.slot());
            });
    for (String code : rush.cancelled()) {
      assertThat(look(api, code).getString("state")).isEqualTo("CANCELLED");
    }
    // and is held for as long as announced
    rush.held()
        .forEach(
            (code, until) ->
                assertThat(Instant.parse(look(api, code).getString("heldUntil"))).isEqualTo(until));
    for (String office : BookingRush.OFFICES) {
      Map<String, Long> atOnce =
          dayList(api, office, rush.day().toString()).stream()
              .filter(a -> a.getString("state").equals("BOOKED"))
              .collect(Collectors.groupingBy(a -> a.getString("start"), Collectors.counting()));
      assertThat(atOnce.values()).isNotEmpty().allMatch(count -> count <= BookingRush.DESKS);
    }
  }

  /**
   * Unconfirmed appointments have lapsed when their time is over, and their slots can be booked
   * again.
   */
  private static void assertHoldsEnd(BookingRush rush, Api api, String url) throws SQLException {
    assertThat(rush.held()).isNotEmpty();
    String[] slots =
        rush.held().keySet().stream()
            .map(code -> slotOf(look(api, code)))
            .distinct()
            .toArray(String[]::new);
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      // avoids a wait of five minutes
      statement.executeUpdate(
          "update appointment set held_until = requested_at where status = 'HELD'");
    }
    for (String code : rush.held().keySet()) {
      assertThat(look(api, code).getString("state")).isEqualTo("LAPSED");
    }
    for (String slot : slots) {
      Api.Answer booked =
          api.post(
              "/kiosk/api/v1/appointments",
              "{\"slot\":\"" + slot + "\",\"topic\":\"letters\",\"language\":\"de\"}",
              "Idempotency-Key",
              UUID.randomUUID().toString());
      assertThat(booked.status()).as(booked.body()).isEqualTo(201);
    }
  }

  private static String slotOf(JsonObject appointment) {
    String stamp =
        appointment.getString("start").replaceAll("[-:]", "").replaceFirst("(T\\d{4}).*", "$1Z");
    return appointment.getString("office") + "_" + stamp;
  }

  private static JsonObject look(Api api, String code) {
    Api.Answer answer = api.get("/kiosk/api/v1/appointments/" + code);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer.json();
  }

  private static List<JsonObject> dayList(Api api, String office, String day) {
    return api.get(
            "/admin/api/v1/offices/" + office + "/appointments?day=" + day,
            "Authorization",
            "Bearer " + api.signIn(office, 1).token())
        .json()
        .getJsonArray("appointments")
        .getValuesAs(JsonObject.class);
  }

  /** Every appointment has claimed all of its time, and there are no other claims. */
  static void assertClaimsAgree(String url) throws SQLException {
    List<String> halves = new ArrayList<>();
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select a.id, a.status, a.starts_at, a.ends_at, count(c.id)"
                    + " from appointment a left join slot_claim c on c.appointment_id = a.id"
                    + " group by a.id, a.status, a.starts_at, a.ends_at")) {
      while (row.next()) {
        boolean takes = !List.of("CANCELLED", "LAPSED").contains(row.getString(2));
        long minutes = (row.getTimestamp(4).getTime() - row.getTimestamp(3).getTime()) / 60_000;
        if (row.getLong(5) != (takes ? minutes / 5 : 0)) {
          halves.add(row.getLong(1) + " " + row.getString(2) + " has " + row.getLong(5));
        }
      }
    }
    assertThat(halves).isEmpty();
  }
}

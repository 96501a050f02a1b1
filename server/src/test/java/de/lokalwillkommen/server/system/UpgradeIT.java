package de.lokalwillkommen.server.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import de.lokalwillkommen.core.kernel.TestPostgresql;
import de.lokalwillkommen.core.staff.SecretToken;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.derby.jdbc.EmbeddedDriver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An operator replaces the jar at noon: the office continues with all its data. */
class UpgradeIT {

  private static final String HOERDE = "/kiosk/api/v1/offices/hoerde";

  private static final Instant NOON = Instant.parse("2027-06-16T10:00:00Z");

  private final EarlierOffice office = new EarlierOffice(NOON);

  @TempDir private Path data;

  @TempDir private Path besideIt;

  @Test
  void withTheEmbeddedDatabaseTheDayGoesOn() throws Exception {
    String url = "jdbc:derby:" + data.resolve("derby");
    // registers Derby's driver, also if another test of this process has shut Derby down
    new EmbeddedDriver();
    office.writeTo(data, url + ";create=true");
    SQLException closed =
        catchThrowableOfType(
            SQLException.class, () -> DriverManager.getConnection(url + ";shutdown=true"));
    assertThat(closed.getSQLState()).isEqualTo("08006");

    assertTheDayGoesOn();
  }

  @Test
  void withPostgresqlTheDayGoesOn() throws Exception {
    try (EmbeddedPostgres database = TestPostgresql.start()) {
      String url = database.getJdbcUrl("postgres", "postgres");
      office.writeTo(data, url);

      assertTheDayGoesOn(
          "--database-url",
          "jdbc:postgresql://127.0.0.1:" + database.getPort() + "/postgres",
          "--database-user",
          "postgres");
    }
  }

  private void assertTheDayGoesOn(String... database) throws IOException {
    WrongClock clock = new WrongClock(besideIt);
    clock.shows(NOON);
    List<String> options = new ArrayList<>(List.of(database));
    options.add(clock.option());
    try (RunningServer server = RunningServer.in(data, options.toArray(String[]::new))) {
      Api api = new Api(server);
      assertWhoIsSignedInSeesTheLineAsItWas(api);
      assertTheOpenVisitEndsAndTheNextPersonIsCalled(api);
      assertKiosksIssueTheNextNumber(api);
      assertCodesStillOpenAppointmentsAndOffers(api);
      assertVisitorsStillFindTheirTickets(api);
      assertPeopleSignIn(api);
    }
    assertThat(data.resolve("backups"))
        .isDirectoryContaining("glob:**/before-upgrade-20270616T1000*Z.zip");
  }

  private static void assertWhoIsSignedInSeesTheLineAsItWas(Api api) {
    JsonObject line = line(api);

    assertThat(numbers(line, "waiting")).containsExactly("A003", "A001");
    assertThat(numbers(line, "atCounters")).containsExactlyInAnyOrder("A001", "A002");
    assertThat(numbers(line, "parked")).containsExactly("A004");
    assertThat(numbers(line, "missed")).containsExactly("A005");
  }

  private static void assertTheOpenVisitEndsAndTheNextPersonIsCalled(Api api) {
    assertThat(act(api, EarlierOffice.OMID, "62/finish")).isEqualTo(200);
    assertThat(act(api, EarlierOffice.LENA, "63/recall")).isEqualTo(200);
    assertThat(act(api, EarlierOffice.LENA, "63/no-show")).isEqualTo(200);
    assertThat(act(api, EarlierOffice.LENA, "63/undo")).isEqualTo(200);
    assertThat(act(api, EarlierOffice.LENA, "63/start")).isEqualTo(200);
    assertThat(act(api, EarlierOffice.LENA, "63/finish")).isEqualTo(200);

    Api.Answer next = api.post("/admin/api/v1/counters/11/next", "", by(EarlierOffice.LENA));

    assertThat(next.status()).as(next.body()).isEqualTo(200);
    assertThat(next.json().getString("number")).isEqualTo("A003");
    assertThat(act(api, EarlierOffice.LENA, "66/resume")).isEqualTo(200);
    assertThat(act(api, EarlierOffice.LENA, "67/resume")).isEqualTo(200);
    assertThat(numbers(line(api), "waiting")).containsExactlyInAnyOrder("A001", "A004", "A005");
  }

  private static void assertKiosksIssueTheNextNumber(Api api) {
    Api.Answer lost = takeTicket(api, EarlierOffice.LOST_KIOSK, "new");
    Api.Answer known = takeTicket(api, EarlierOffice.KIOSK, "key-64");
    Api.Answer issued = takeTicket(api, EarlierOffice.KIOSK, "new");

    assertThat(lost.status()).isEqualTo(401);
    assertThat(known.json().getString("number")).as("a request from before").isEqualTo("A003");
    assertThat(issued.status()).as(issued.body()).isEqualTo(201);
    assertThat(issued.json().getString("number")).isEqualTo("A007");
  }

  private static Api.Answer takeTicket(Api api, SecretToken kiosk, String key) {
    return api.post(
        HOERDE + "/tickets",
        "{\"topic\":\"letters\",\"language\":\"de\"}",
        "Authorization",
        "Bearer " + kiosk.value(),
        "Idempotency-Key",
        key);
  }

  private static void assertCodesStillOpenAppointmentsAndOffers(Api api) {
    Api.Answer checkedIn =
        api.post(HOERDE + "/check-ins", "{\"code\":\"wxyz-2345\"}", by(EarlierOffice.KIOSK));
    assertThat(checkedIn.status()).as(checkedIn.body()).isEqualTo(201);
    assertThat(checkedIn.json().getString("number")).isEqualTo("T001");

    Api.Answer place = api.get("/kiosk/api/v1/waitlist/WAYT2345");
    assertThat(place.status()).as(place.body()).isEqualTo(200);
    JsonObject offer = place.json().getJsonObject("offer");
    Api.Answer claimed = api.post(offer.getJsonObject("links").getString("claim"), "");
    assertThat(claimed.status()).as(claimed.body()).isEqualTo(200);
    assertThat(claimed.json().getString("start")).isEqualTo(offer.getString("start"));
    assertThat(api.get("/kiosk/api/v1/appointments/AMQR6789").json().getString("start"))
        .as("the appointment itself has moved")
        .isEqualTo(offer.getString("start"));
  }

  private void assertVisitorsStillFindTheirTickets(Api api) {
    assertThat(api.ticket(office.tokenOf(65)).json().getString("state")).isEqualTo("WAITING");
    assertThat(api.get("/kiosk/t/" + office.tokenOf(65)).status()).isEqualTo(200);
    assertThat(api.delete("/kiosk/api/v1/tickets/" + office.tokenOf(65)).status()).isEqualTo(204);
  }

  private static void assertPeopleSignIn(Api api) {
    assertThat(signIn(api, "ada", EarlierOffice.PASSWORD))
        .as("an administrator sets a second factor up first")
        .isEqualTo(403);
    assertThat(signIn(api, "omid", EarlierOffice.PASSWORD)).isEqualTo(200);
    assertThat(signIn(api, "tom", EarlierOffice.PASSWORD)).as("locked").isEqualTo(403);
    assertThat(signIn(api, "lena", "something else")).isEqualTo(401);
  }

  private static JsonObject line(Api api) {
    Api.Answer line = api.get("/admin/api/v1/offices/hoerde/line", by(EarlierOffice.LENA));
    assertThat(line.status()).as(line.body()).isEqualTo(200);
    return line.json();
  }

  private static List<String> numbers(JsonObject line, String part) {
    return line.getJsonArray(part).getValuesAs(JsonObject.class).stream()
        .map(ticket -> ticket.getString("number"))
        .toList();
  }

  private static int act(Api api, SecretToken who, String ticketAndAction) {
    return api.post("/admin/api/v1/tickets/" + ticketAndAction, "{}", by(who)).status();
  }

  private static int signIn(Api api, String name, String password) {
    String shown = "{\"user\":\"%s\",\"password\":\"%s\"}".formatted(name, password);
    return api.post("/admin/api/v1/session", shown).status();
  }

  private static String[] by(SecretToken token) {
    return new String[] {"Authorization", "Bearer " + token.value()};
  }
}

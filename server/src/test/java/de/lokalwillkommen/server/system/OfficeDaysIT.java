package de.lokalwillkommen.server.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import de.lokalwillkommen.core.kernel.TestPostgresql;
import de.lokalwillkommen.core.kernel.time.TrustedTime;
import de.lokalwillkommen.server.system.Browsing.Screen;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.json.JsonObject;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Three days of an office that pass quickly: it opens, stops issuing tickets, closes, ends the
 * remaining visits, observes a public holiday, and opens again.
 */
class OfficeDaysIT {

  private static final String OFFICE = "dorstfeld";
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  /** A Wednesday; Thursday is Corpus Christi, a holiday in North Rhine-Westphalia. */
  private static final String BEFORE_OPENING = "2027-05-26T07:50";

  private static final Instant FRIDAY = at("2027-05-28T08:00");

  /** The office accepts a clock that advances in such steps without a doubt. */
  private static final Duration STEP = TrustedTime.TOLERANCE.minusSeconds(10);

  /** In seconds; changes by time alone are checked every five seconds. */
  private static final int SOON = 30;

  private WrongClock clock;
  private Duration passed = Duration.ZERO;
  private Api api;

  @Test
  void theyPassAsThePeopleInItExpect(@TempDir Path folder) throws Exception {
    clock = new WrongClock(folder);
    try (EmbeddedPostgres database = TestPostgresql.start();
        RunningServer server =
            RunningServer.demoAt(
                BEFORE_OPENING,
                folder.resolve("data"),
                "--database-url",
                database.getJdbcUrl("postgres", "postgres"),
                clock.option());
        Browsing browsing = new Browsing()) {
      api = new Api(server);
      arrangeHours(database);
      Page board = browsing.open(Screen.DISPLAY, server, "/display/" + OFFICE);

      assertClosedUntil(at("2027-05-26T08:00"));
      assertShows(board, "Wir öffnen heute um 0?8:00 Uhr");

      passTo("2027-05-26T08:00");
      assertIsOpen(board);
      JsonObject first = ticket();
      assertThat(first.getString("number")).isEqualTo("A001");
      Api.Counsellor counsellor = api.signIn(OFFICE, 1);
      JsonObject called = counsellor.next().json();
      assertThat(called.getString("number")).isEqualTo("A001");
      assertThat(board.locator(".call-number").first()).hasText("A001");
      serve(counsellor, called);

      passTo("2027-05-26T15:40");
      JsonObject second = ticket();
      JsonObject third = ticket();
      passTo("2027-05-26T15:45");
      assertClosedUntil(FRIDAY);
      assertIsOpen(board);

      passTo("2027-05-26T16:00");
      // the board shows calls as long as people wait
      assertThat(board.locator(".no-numbers"))
          .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(Patience.millis(SOON)));
      assertThat(board.locator(".no-numbers")).hasText("Heute keine neuen Nummern");
      // the page was last used more than four hours ago
      counsellor = api.signIn(OFFICE, 1);
      called = counsellor.next().json();
      assertThat(called.getString("number")).as("after closing").isEqualTo("A002");
      serve(counsellor, called);
      assertThat(stateOf(second)).isEqualTo("DONE");
      assertThat(stateOf(third)).isEqualTo("WAITING");
      assertThat(counsellor.signOut().status()).isEqualTo(204);
      passTo("2027-05-26T17:01");
      await()
          .atMost(Patience.seconds(SOON))
          .untilAsserted(() -> assertThat(stateOf(third)).isEqualTo("EXPIRED"));
      assertShows(board, "Wir öffnen am Freitag, 28. Mai,? um 0?8:00 Uhr");

      passTo("2027-05-27T10:00");
      assertClosedUntil(FRIDAY);
      assertShows(board, "Wir öffnen morgen um 0?8:00 Uhr");

      passTo("2027-05-28T08:00");
      assertIsOpen(board);
      assertThat(api.board(OFFICE).getJsonArray("calls")).isEmpty();
      assertThat(ticket().getString("number")).as("numbers begin anew").isEqualTo("A001");
      assertThat(api.ticket(token(first)).status()).as("yesterday's number").isEqualTo(410);
      assertThat(api.signIn(OFFICE, 1).next().json().getString("number")).isEqualTo("A001");
      JsonObject call = api.board(OFFICE).getJsonArray("calls").getJsonObject(0);
      assertThat(call.getInt("seq")).as("calls are counted anew").isOne();
      assertThat(board.locator(".call-number").first()).hasText("A001");
    }
  }

  /** The outpost becomes an office: on weekdays from eight to four, no numbers near the end. */
  private static void arrangeHours(EmbeddedPostgres database) throws SQLException {
    try (Connection connection = database.getPostgresDatabase().getConnection();
        Statement change = connection.createStatement()) {
      change.execute(
          "update office set holiday_region = 'nw', last_ticket_minutes = 15 where id = 'dorstfeld'");
      change.execute("delete from opening_rule where office_id = 'dorstfeld'");
      for (int weekday = 1; weekday <= 5; weekday++) {
        change.execute(
            "insert into opening_rule (id, office_id, weekday, opens_minute, closes_minute,"
                + " every_weeks, anchor) values (%d, 'dorstfeld', %d, 480, 960, 1, '2027-01-04')"
                    .formatted(-weekday, weekday));
      }
    }
  }

  private static Instant at(String time) {
    return LocalDateTime.parse(time).atZone(BERLIN).toInstant();
  }

  /** Advances the time while the office works. */
  private void passTo(String time) {
    Instant end = at(time);
    for (Instant now = api.now(); now.isBefore(end); now = api.now()) {
      Duration left = Duration.between(now, end);
      passed = passed.plus(left.compareTo(STEP) < 0 ? left : STEP);
      clock.isAheadBy(passed);
    }
  }

  private JsonObject ticket() {
    Api.Answer answer = api.takeTicket(OFFICE, "letters", "de");
    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    return answer.json();
  }

  private void assertClosedUntil(Instant opening) {
    Api.Answer refused = api.takeTicket(OFFICE, "letters", "de");
    assertThat(refused.status()).as(refused.body()).isEqualTo(409);
    assertThat(refused.json().getString("reason")).isEqualTo("closed");
    assertThat(Instant.parse(refused.json().getString("opensAt"))).isEqualTo(opening);
  }

  private static void serve(Api.Counsellor counsellor, JsonObject called) {
    long ticket = called.getJsonNumber("id").longValue();
    assertThat(counsellor.act(ticket, "start").status()).isEqualTo(200);
    assertThat(counsellor.act(ticket, "finish").status()).isEqualTo(200);
  }

  private String stateOf(JsonObject ticket) {
    return api.ticket(token(ticket)).json().getString("state");
  }

  private static String token(JsonObject ticket) {
    return ticket.getString("token");
  }

  private static void assertShows(Page board, String opening) {
    assertThat(board.locator(".closed-opens"))
        .hasText(
            Pattern.compile(opening),
            new LocatorAssertions.HasTextOptions().setTimeout(Patience.millis(SOON)));
    assertThat(board.locator("section.closed")).isVisible();
  }

  private static void assertIsOpen(Page board) {
    Locator closed = board.locator("section.closed");
    assertThat(closed)
        .isHidden(new LocatorAssertions.IsHiddenOptions().setTimeout(Patience.millis(SOON)));
  }
}

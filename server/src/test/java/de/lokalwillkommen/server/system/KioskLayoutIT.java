package de.lokalwillkommen.server.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import de.lokalwillkommen.core.dayorders.Announcement;
import de.lokalwillkommen.core.kernel.TestPostgresql;
import de.lokalwillkommen.server.system.Browsing.Screen;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The next step is in view in every state of a kiosk, in every language, with every accessibility
 * aid, from the smallest tablet to the largest screen.
 */
class KioskLayoutIT {

  /** The size of a screen in pixels. */
  private record Size(int width, int height) {}

  /** The accessibility aids that are switched on. */
  private record Aids(boolean large, boolean reach) {}

  /**
   * A state of a kiosk.
   *
   * @param path its address
   * @param first the element that must be in view at once
   * @param startsAnew whether its first page depends on earlier input
   * @param sizes the number of screen sizes on which it is checked
   */
  private record State(String path, List<String> first, boolean startsAnew, int sizes) {
    State(String path, List<String> first) {
      this(path, first, false, SIZES.size());
    }

    /** A state that differs from another one only in its texts. */
    State alike() {
      return new State(path, first, startsAnew, TIGHT);
    }
  }

  /** Those with the least space come first. */
  private static final List<Size> SIZES =
      List.of(
          new Size(1024, 600),
          new Size(768, 1024),
          new Size(1280, 800),
          new Size(1024, 768),
          new Size(800, 1280),
          new Size(1080, 1920),
          new Size(3840, 2160));

  private static final int TIGHT = 3;

  private static final List<Aids> AIDS =
      List.of(
          new Aids(false, false),
          new Aids(true, false),
          new Aids(false, true),
          new Aids(true, true));

  /** What is checked where there is space: the least and the most that is on the screen. */
  private static final List<Aids> NONE_AND_ALL = List.of(AIDS.get(0), AIDS.get(3));

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final int MANY = 30;

  private static EmbeddedPostgres database;
  private static Browsing browsing;
  private static RunningServer server;
  private static String probe;
  private static String ticket;
  private static String booked;
  private static Map<String, State> states;

  @BeforeAll
  static void readTheTape(@TempDir Path data) throws IOException, SQLException {
    database = TestPostgresql.start();
    String url = database.getJdbcUrl("postgres", "postgres");
    server = RunningServer.demo(data, "--database-url", url);
    browsing = new Browsing();
    try (InputStream in = KioskLayoutIT.class.getResourceAsStream("/system/layout-probe.js")) {
      probe = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
    states = states();
  }

  @AfterAll
  static void goHome() throws IOException {
    browsing.close();
    server.close();
    database.close();
  }

  private static Map<String, State> states() throws SQLException {
    Api api = new Api(server);
    List<String> today = bookForToday(api);
    arrangeOffices(api);
    ticket = api.takeTicket("mengede", "work", "de").json().getString("token");
    JsonArray slots =
        api.get("/kiosk/api/v1/slots?office=mengede&topic=german&language=de&limit=100")
            .json()
            .getJsonArray("slots");
    String later = slots.getJsonObject(slots.size() - 1).getString("start").substring(0, 10);
    String held = hold(api, slots, "german", slots.size() - 1);
    Timestamp tomorrow = utc(api.now().plus(Duration.ofDays(1)));
    change("update appointment set held_until = '%s' where code = '%s'", tomorrow, held);
    booked = hold(api, slots, "german", slots.size() - 2);
    confirm(api, booked);
    Map<String, State> all = new LinkedHashMap<>();
    all.put(
        "home",
        new State("/mengede", List.of(".choice", ".entry-strong", ".entry:not(.entry-strong)")));
    all.put("closed", new State("/dorstfeld", List.of(".entry-strong")));
    all.put("full", new State("/brackel", List.of(".entry-strong")).alike());
    all.put(
        "no more numbers today", new State("/innenstadt-nord", List.of(".entry-strong")).alike());
    all.put("closing soon", new State("/eving", List.of(".choice", ".entry-strong")));
    all.put("offices", new State("/", List.of()));
    all.put("topics", new State("/mengede/book", List.of(".choice")));
    all.put("times", new State("/mengede/book?topic=german", List.of(".next")));
    all.put(
        "a day",
        new State("/mengede/book?topic=german&day=" + later, List.of(".time"), true, SIZES.size()));
    all.put("hold", new State("/mengede/book/" + held, List.of(".done")));
    all.put("booked", new State("/mengede/appointment/" + booked, List.of(".done", "#more-time")));
    all.put("check-in", new State("/mengede/check-in", List.of(".done", ".key")));
    all.put("refused", new State("/mengede/check-in?refused=slot.taken", List.of(".done", ".key")));
    all.put(
        "another day",
        new State("/mengede/check-in/" + booked, List.of(".actions .button")).alike());
    all.put(
        "early",
        new State("/hoerde/check-in/" + today.get(0), List.of(".actions .button")).alike());
    all.put("ready", new State("/hoerde/check-in/" + today.get(1), List.of(".done")).alike());
    all.put("late", new State("/hoerde/check-in/" + today.get(2), List.of(".done")).alike());
    all.put(
        "elsewhere", new State("/hoerde/check-in/" + booked, List.of(".actions .button")).alike());
    all.put("not confirmed", new State("/mengede/check-in/" + held, List.of(".done")).alike());
    all.put("unknown", new State("/mengede/check-in/ZZZZ9999", List.of(".done")).alike());
    all.put("ticket", new State("/mengede/ticket/" + ticket, List.of(".done", "#more-time")));
    all.put(
        "wrong topic", new State("/mengede/ticket/" + ticket + "?step=topic", List.of(".choice")));
    all.put("problem", new State("/mengede/ticket/none-of-ours", List.of(".done")));
    all.put("idle", new State("/mengede/book?idle=1", List.of("#stay", "#begin-anew")));
    return all;
  }

  /** Appointments in Hörde, for which it is too early, the right time, and too late. */
  private static List<String> bookForToday(Api api) throws SQLException {
    Instant now = api.now();
    JsonArray slots =
        api.get("/kiosk/api/v1/slots?office=hoerde&topic=work&language=de&limit=50")
            .json()
            .getJsonArray("slots");
    List<String> codes = new ArrayList<>();
    for (Duration ahead : List.of(Duration.ofHours(3), Duration.ZERO, Duration.ofHours(-1))) {
      String code = hold(api, slots, "work", slots.size() - 1 - codes.size());
      confirm(api, code);
      Timestamp start = utc(now.plus(ahead));
      change("update appointment set starts_at = '%s' where code = '%s'", start, code);
      codes.add(code);
    }
    return codes;
  }

  /** Offices that are full, give no more numbers, and may close before all have been called. */
  private static void arrangeOffices(Api api) throws SQLException {
    int inAnHour = api.now().atZone(BERLIN).get(ChronoField.MINUTE_OF_DAY) + 60;
    List<String> before = closings(api);
    change("update office set waiting_limit = 0 where id = 'brackel'");
    change("update office set last_ticket_minutes = 61 where id = 'innenstadt-nord'");
    change(
        "update opening_rule set closes_minute = %s where office_id in ('eving', 'innenstadt-nord')",
        inAnHour);
    announce(api, "eving", 1, null);
    announce(api, "innenstadt-nord", 2, "MANY_WAIT");
    // the server reads offices again after some seconds
    await().atMost(Patience.seconds(60)).until(() -> !closings(api).equals(before));
    for (int visitor = 0; visitor < MANY; visitor++) {
      api.takeTicket("eving", "work", "de");
    }
  }

  /** Announces as much as an office can say today, and perhaps that it gives no more numbers. */
  private static void announce(Api api, String office, int id, String stop) throws SQLException {
    change(
        "insert into office_day (id, office_id, business_day, version, stop_reason, announcement)"
            + " values (%s, '%s', '%s', 1, %s, 'OWN')",
        id, office, api.today(), stop == null ? "null" : "'" + stop + "'");
    String words = "Heute sind wir wegen einer Feier im Stadtteil nur im Erdgeschoss für Sie da. ";
    change(
        "insert into office_day_text (office_day_id, language, words) values (%s, 'de', '%s')",
        id, (words + words).substring(0, Announcement.LONGEST));
  }

  /** When each office closes, as the kiosk knows it. */
  private static List<String> closings(Api api) {
    return api.get("/kiosk/api/v1/offices").array().getValuesAs(JsonObject.class).stream()
        .map(office -> String.valueOf(office.get("closesAt")))
        .toList();
  }

  private static Timestamp utc(Instant instant) {
    return Timestamp.valueOf(instant.atOffset(ZoneOffset.UTC).toLocalDateTime());
  }

  private static void change(String statement, Object... values) throws SQLException {
    try (Connection connection = database.getPostgresDatabase().getConnection();
        Statement change = connection.createStatement()) {
      change.execute(statement.formatted(values));
    }
  }

  private static void confirm(Api api, String code) {
    api.send(
        "PUT",
        "/kiosk/api/v1/appointments/" + code + "/confirmation",
        BodyPublishers.ofString("{}"));
  }

  private static String hold(Api api, JsonArray slots, String topic, int index) {
    String wish =
        "{\"slot\":\"%s\",\"topic\":\"%s\",\"language\":\"de\"}"
            .formatted(slots.getJsonObject(index).getString("id"), topic);
    return api.post(
            "/kiosk/api/v1/appointments", wish, "Idempotency-Key", UUID.randomUUID().toString())
        .json()
        .getString("code");
  }

  /** The states that were arranged. */
  @ParameterizedTest
  @CsvSource({
    "full, #screen[data-state='office.full']",
    "no more numbers today, #screen[data-state='office.stopped']",
    "closing soon, #tight .notice",
    "early, [data-answer=early]",
    "ready, [data-answer=ready]",
    "late, [data-answer=late]",
    "elsewhere, [data-answer=wrongDay]",
    "not confirmed, [data-answer=notConfirmed]"
  })
  void theKioskIsInTheStateThatIsMeasured(String name, String sign) {
    Page page = browsing.open(Screen.KIOSK, server, "/kiosk/mengede");
    open(page, states.get(name), "de");

    assertThat(page.locator(sign).first().isVisible()).isTrue();
    page.close();
  }

  /**
   * All sizes in German, whose words are the longest; those with little space also mirrored. A page
   * is loaded once for all sizes.
   */
  @ParameterizedTest
  @CsvSource({"de, 7", "ar, 3"})
  void theNextStepIsInView(String language, int sizes) {
    Page page = browsing.open(Screen.KIOSK, server, "/kiosk/mengede");
    List<String> faults = new ArrayList<>();
    states.forEach(
        (name, state) -> {
          open(page, state, language);
          for (Size size : SIZES.subList(0, Math.min(sizes, state.sizes))) {
            page.setViewportSize(size.width, size.height);
            for (Aids aids : SIZES.indexOf(size) < TIGHT ? AIDS : NONE_AND_ALL) {
              if (state.startsAnew) {
                open(page, state, language);
                page.setViewportSize(size.width, size.height);
              }
              List<?> found =
                  (List<?>)
                      page.evaluate(
                          probe,
                          Map.of("first", state.first, "isLarge", aids.large, "isLow", aids.reach));
              found.forEach(
                  fault -> faults.add(String.join(" ", name, size + "", aids + "", fault + "")));
            }
          }
        });
    page.close();

    assertThat(faults).isEmpty();
  }

  /** The browser scrolls like this to what it finds in a page, and for assistive technology. */
  @ParameterizedTest
  @ValueSource(strings = {"start", "center", "end", "nearest"})
  void theTargetOfScrollingIsOnThePageThatIsShown(String block) {
    Page page = openSmall("/mengede");
    String scroll = "(choice, block) => choice.scrollIntoView({ block: block })";

    page.locator(".choice").last().evaluate(scroll, block);
    page.locator("#stage:not([data-page='1'])").waitFor();
    page.waitForCondition(() -> isInView(page, ".choice[value=other]"));

    page.locator(".choice").first().evaluate(scroll, block);
    page.locator("#stage[data-page='1']").waitFor();
    page.waitForCondition(() -> isInView(page, ".choice"));
    page.close();
  }

  @Test
  void theTargetOfAnAddressIsOnThePageThatIsShown() {
    Page page = openSmall("/mengede");
    page.locator(".choice").last().evaluate("choice => { choice.id = 'target'; }");

    page.evaluate("() => { location.hash = 'target'; }");
    page.locator("#stage:not([data-page='1'])").waitFor();

    page.waitForCondition(() -> isInView(page, "#target"));
    page.close();
  }

  /** A screen that says which part to show first is measured again, as after an animation. */
  @Test
  void theFocusStaysInViewWhenTheScreenIsMeasuredAgain() {
    Page page = openSmall(states.get("a day").path);
    page.locator(".time").last().evaluate("time => { time.id = 'target'; time.focus(); }");
    page.waitForCondition(() -> isInView(page, "#target"));

    page.evaluate("() => document.dispatchEvent(new Event('animationend'))");

    assertThat(isInView(page, "#target")).isTrue();
    page.close();
  }

  /** The countdown below the stage needs a second row as soon as it counts. */
  @Test
  void nothingIsCutWhenWhatStandsBelowTheStageGrows() {
    Page page = openSmall("/mengede/ticket/" + ticket + "?step=topic");

    page.evaluate("() => { document.querySelector('.actions').style.paddingBlockStart = '70px'; }");

    assertThat(
            (List<?>)
                page.evaluate(
                    probe, Map.of("first", List.of(".choice"), "isLarge", true, "isLow", false)))
        .isEmpty();
    page.close();
  }

  private static Page openSmall(String path) {
    Page page = browsing.open(Screen.KIOSK, server, "/kiosk/mengede");
    open(page, new State(path, List.of()), "de");
    page.setViewportSize(SIZES.get(0).width, SIZES.get(0).height);
    page.locator("#aid-large").click();
    page.locator("html[data-size=large]:not([data-settling]) #stage:not([data-pages='1'])")
        .waitFor();
    Browsing.still(page);
    return page;
  }

  /** The browser may scroll to its target once more, one frame after the kiosk has turned. */
  private static boolean isInView(Page page, String selector) {
    return (boolean)
        page.locator(selector)
            .first()
            .evaluate(
                "element => { const { left, top, width, height } = element.getBoundingClientRect();"
                    + " return element.contains(document.elementFromPoint(left + width / 2, top + 2))"
                    + " && element.contains(document.elementFromPoint(left + width / 2, top + height - 2)); }");
  }

  /** WCAG 1.4.4 and 1.4.10. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/kiosk/t/%s",
        "/kiosk/a/%s",
        "/kiosk/a/%s?step=earlier",
        "/kiosk/a/%s?step=move",
        "/display/"
      })
  void aPhoneWithLettersTwiceAsLargeDoesNotScrollSideways(String path) {
    Page phone =
        browsing.open(Screen.PHONE, server, path.formatted(path.contains("/t/") ? ticket : booked));

    phone.evaluate("() => { document.documentElement.style.fontSize = '200%'; }");

    assertThat(phone.evaluate("() => document.documentElement.scrollWidth")).isEqualTo(390);
    phone.close();
  }

  private static void open(Page page, State state, String language) {
    page.setViewportSize(1080, 1920);
    String path = state.path + (state.path.contains("?") ? "&" : "?") + "lang=" + language;
    page.navigate(server.uri("/kiosk" + path).toString());
    page.evaluate("() => document.fonts.ready");
    if (state.path.contains("idle")) {
      page.evaluate(
          "() => { const asks = document.getElementById('still-there'); asks.close = () => {};"
              + " asks.showModal(); }");
    }
  }
}

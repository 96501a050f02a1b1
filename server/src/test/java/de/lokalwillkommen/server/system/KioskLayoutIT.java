package de.lokalwillkommen.server.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import de.lokalwillkommen.server.system.Browsing.Screen;
import jakarta.json.JsonArray;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
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
   */
  private record State(String path, List<String> first, boolean startsAnew) {
    State(String path, List<String> first) {
      this(path, first, false);
    }
  }

  private static final List<Size> SIZES =
      List.of(
          new Size(1024, 600),
          new Size(1024, 768),
          new Size(1280, 800),
          new Size(768, 1024),
          new Size(800, 1280),
          new Size(1080, 1920),
          new Size(3840, 2160));
  private static final List<Aids> AIDS =
      List.of(
          new Aids(false, false),
          new Aids(true, false),
          new Aids(false, true),
          new Aids(true, true));

  private static Browsing browsing;
  private static RunningServer server;
  private static String probe;
  private static String ticket;
  private static String booked;
  private static Map<String, State> states;

  @BeforeAll
  static void readTheTape() throws IOException {
    server = RunningServer.shared();
    browsing = new Browsing();
    try (InputStream in = KioskLayoutIT.class.getResourceAsStream("/system/layout-probe.js")) {
      probe = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
    states = states();
  }

  @AfterAll
  static void goHome() {
    browsing.close();
  }

  private static Map<String, State> states() {
    Api api = new Api(server);
    ticket = api.takeTicket("mengede", "work", "de").json().getString("token");
    JsonArray slots =
        api.get("/kiosk/api/v1/slots?office=mengede&topic=german&language=de&limit=100")
            .json()
            .getJsonArray("slots");
    String later = slots.getJsonObject(slots.size() - 1).getString("start").substring(0, 10);
    String held = hold(api, slots, slots.size() - 1);
    booked = hold(api, slots, slots.size() - 2);
    api.send(
        "PUT",
        "/kiosk/api/v1/appointments/" + booked + "/confirmation",
        BodyPublishers.ofString("{}"));
    Map<String, State> all = new LinkedHashMap<>();
    all.put(
        "home",
        new State("/mengede", List.of(".choice", ".entry-strong", ".entry:not(.entry-strong)")));
    all.put("closed", new State("/dorstfeld", List.of(".entry-strong")));
    all.put("offices", new State("/", List.of()));
    all.put("topics", new State("/mengede/book", List.of(".choice")));
    all.put("times", new State("/mengede/book?topic=german", List.of(".next")));
    all.put("a day", new State("/mengede/book?topic=german&day=" + later, List.of(".time"), true));
    all.put("hold", new State("/mengede/book/" + held, List.of(".done")));
    all.put("booked", new State("/mengede/appointment/" + booked, List.of(".done", "#more-time")));
    all.put("check-in", new State("/mengede/check-in", List.of(".done", ".key")));
    all.put("refused", new State("/mengede/check-in?refused=slot.taken", List.of(".done", ".key")));
    all.put("another day", new State("/mengede/check-in/" + booked, List.of(".actions .button")));
    all.put("elsewhere", new State("/hoerde/check-in/" + booked, List.of(".actions .button")));
    all.put("not confirmed", new State("/mengede/check-in/" + held, List.of(".done")));
    all.put("unknown", new State("/mengede/check-in/ZZZZ9999", List.of(".done")));
    all.put("ticket", new State("/mengede/ticket/" + ticket, List.of(".done", "#more-time")));
    all.put(
        "wrong topic", new State("/mengede/ticket/" + ticket + "?step=topic", List.of(".choice")));
    all.put("problem", new State("/mengede/ticket/none-of-ours", List.of(".done")));
    all.put("idle", new State("/mengede/book?idle=1", List.of("#stay", "#begin-anew")));
    return all;
  }

  private static String hold(Api api, JsonArray slots, int index) {
    String wish =
        "{\"slot\":\"%s\",\"topic\":\"german\",\"language\":\"de\"}"
            .formatted(slots.getJsonObject(index).getString("id"));
    return api.post(
            "/kiosk/api/v1/appointments", wish, "Idempotency-Key", UUID.randomUUID().toString())
        .json()
        .getString("code");
  }

  /** All states in German, some in other languages; a page is loaded once for all sizes. */
  @ParameterizedTest
  @CsvSource({"de, 7", "ar, 7", "en, 1"})
  void whatIsDoneNextIsInView(String language, int sizes) {
    Page page = browsing.open(Screen.KIOSK, server, "/kiosk/mengede");
    List<String> faults = new ArrayList<>();
    states.forEach(
        (name, state) -> {
          open(page, state, language);
          for (Size size : SIZES.subList(0, sizes)) {
            page.setViewportSize(size.width, size.height);
            for (Aids aids : AIDS) {
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

  /** WCAG 1.4.4 and 1.4.10. */
  @ParameterizedTest
  @ValueSource(
      strings = {"/kiosk/t/%s", "/kiosk/a/%s", "/kiosk/a/%s?step=earlier", "/kiosk/a/%s?step=move"})
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

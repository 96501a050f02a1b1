package de.lokalwillkommen.server.bench;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.JSHandle;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import de.lokalwillkommen.server.system.Api;
import de.lokalwillkommen.server.system.Chromium;
import de.lokalwillkommen.server.system.RunningServer;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/**
 * Measures how long a counsellor waits from a key to the frame that shows its effect, while a
 * visitor joins the line every half second.
 */
final class StaffKeys {

  private static final String OFFICE = "hoerde";
  private static final int WAITING_BEFORE = 30;
  private static final int WARM_UP = 5;
  private static final int ROUNDS = 25;
  private static final long BETWEEN_VISITORS_MS = 500;
  private static final int DIGITS = 3;

  /**
   * Watches from the next key until the screen says something else that fits, and gives the
   * milliseconds to the end of the frame that shows it.
   */
  private static final String WATCH =
      """
      (wanted) => {
        const says = () => {
          const current = document.querySelector("#current");
          const asks = [...document.querySelectorAll(".ask")].find(
            (ask) => ask.getClientRects().length > 0 && getComputedStyle(ask).visibility === "visible");
          return `${current?.dataset.number} ${current?.dataset.status} ${asks?.id}`;
        };
        const before = says();
        const fits = new RegExp(wanted);
        let pressed;
        addEventListener("keydown", (key) => (pressed ??= key.timeStamp), { capture: true });
        return { shown: new Promise((resolve, reject) => {
          setTimeout(() => reject(new Error(`after ${before} comes ${says()}, not ${wanted}`)), 20000);
          const look = () => {
            const now = says();
            const done = pressed !== undefined && now !== before && fits.test(now);
            requestAnimationFrame(done ? () => resolve(performance.now() - pressed) : look);
          };
          look();
        }) };
      }
      """;

  /** A key of the usual work, and what the screen says after it: number, status, question. */
  private enum Step {
    QUESTION("n", "n: the question whether the visit is over", "SERVING ask-busy"),
    NEXT("Enter", "Enter: finish, and call the next one", "CALLED undefined"),
    START("a", "a: begin the visit", "SERVING undefined"),
    QUESTION_AGAIN("n", "n: the question, again", "SERVING ask-busy"),
    NEXT_AGAIN("Enter", "Enter: finish and call, again", "CALLED undefined"),
    MISSED("x", "x: not there", "undefined undefined undefined"),
    BACK("u", "u: undo", "CALLED undefined"),
    START_AGAIN("a", "a: begin, again", "SERVING undefined");

    private final String key;
    private final String what;
    private final String shown;

    Step(String key, String what, String shown) {
      this.key = key;
      this.what = what;
      this.shown = shown;
    }
  }

  private final Map<Step, Histogram> micros = new LinkedHashMap<>();

  private StaffKeys() {
    for (Step step : Step.values()) {
      micros.put(step, new Histogram(DIGITS));
    }
  }

  static Map<String, String> measure(RunningServer server) {
    Api api = new Api(server);
    api.signIn(OFFICE, 1).clearTheLine();
    for (int i = 0; i < WAITING_BEFORE; i++) {
      api.takeTicket(OFFICE, "letters", "de");
    }
    ScheduledExecutorService visitors = Executors.newSingleThreadScheduledExecutor();
    StaffKeys keys = new StaffKeys();
    try (Playwright playwright = Playwright.create(Chromium.withoutDownload());
        Browser browser = Chromium.launch(playwright);
        Page page = browser.newPage()) {
      visitors.scheduleAtFixedRate(
          () -> api.takeTicket(OFFICE, "letters", "de"),
          BETWEEN_VISITORS_MS,
          BETWEEN_VISITORS_MS,
          TimeUnit.MILLISECONDS);
      signIn(page, server);
      keys.press(page, "n", "CALLED undefined");
      keys.press(page, "a", "SERVING undefined");
      for (int round = 0; round < WARM_UP + ROUNDS; round++) {
        if (round == WARM_UP) {
          keys.micros.values().forEach(Histogram::reset);
        }
        keys.round(page);
      }
    } finally {
      visitors.shutdownNow();
    }
    return keys.said();
  }

  private static void signIn(Page page, RunningServer server) {
    page.setViewportSize(1440, 900);
    page.navigate(server.uri("/admin/sign-in.xhtml?lang=de").toString());
    page.selectOption("[id='office']", OFFICE);
    page.selectOption("[id='counter']", "1");
    page.fill("[id='login']", OFFICE + "-1");
    page.fill("[id='password']", "demo");
    page.locator("[id='password']").press("Enter");
    page.waitForFunction("() => document.documentElement.dataset.keys !== undefined");
  }

  private void round(Page page) {
    for (Step step : Step.values()) {
      micros.get(step).recordValue(press(page, step.key, step.shown));
    }
  }

  private long press(Page page, String key, String shown) {
    JSHandle watch = page.evaluateHandle(WATCH, shown);
    page.keyboard().press(key);
    Number millis = (Number) watch.evaluate("watch => watch.shown");
    watch.dispose();
    return Math.round(millis.doubleValue() * 1_000);
  }

  private Map<String, String> said() {
    Map<String, String> said = new LinkedHashMap<>();
    Histogram all = new Histogram(DIGITS);
    micros.forEach(
        (step, measured) -> {
          all.add(measured);
          said.put("key to screen, " + step.what, percentiles(measured));
        });
    said.put("key to screen, all of them", percentiles(all));
    return said;
  }

  private static String percentiles(Histogram micros) {
    return String.format(
        Locale.ROOT,
        "p50 %.0f ms, p95 %.0f ms, p99 %.0f ms of %d",
        Benchmark.millis(micros, 50),
        Benchmark.millis(micros, 95),
        Benchmark.millis(micros, 99),
        micros.getTotalCount());
  }
}

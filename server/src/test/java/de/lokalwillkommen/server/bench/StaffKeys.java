package de.lokalwillkommen.server.bench;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.JSHandle;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import de.lokalwillkommen.server.system.Api;
import de.lokalwillkommen.server.system.Chromium;
import de.lokalwillkommen.server.system.RunningServer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.HdrHistogram.Histogram;

/**
 * Measures how long a counsellor waits from a key to the frame that shows its effect, beside a line
 * that keeps its length: for each visitor called another one joins.
 *
 * <p>What a key takes is shown in its parts: until its request is sent, which may wait for another
 * one; until the server has answered; until the browser has drawn the answer. The frames of the
 * idle page say what the browser of this machine needs in any case.
 */
final class StaffKeys {

  private static final String OFFICE = "hoerde";
  private static final int WAITING = 30;
  private static final int WARM_UP = 5;
  private static final int ROUNDS = 25;
  private static final int IDLE_FRAMES = 120;
  private static final int DIGITS = 3;

  /**
   * Watches from the next key until the screen says something else that fits, and gives
   * milliseconds since the key: until its request was sent, until it was answered (both 0 without a
   * request), and until the end of the frame that shows the answer. What changes is looked at only
   * after the page has changed, since a look costs time, too.
   */
  private static final String WATCH =
      """
      (wanted) => {
        performance.clearResourceTimings();
        const says = () => {
          const current = document.querySelector("#current");
          const asks = [...document.querySelectorAll(".ask")].find(
            (ask) => getComputedStyle(ask).display !== "none");
          return `${current?.dataset.number} ${current?.dataset.status} ${asks?.id}`;
        };
        const before = says();
        const fits = new RegExp(wanted);
        let pressed;
        const press = (key) => (pressed ??= key.timeStamp);
        addEventListener("keydown", press, { capture: true, once: true });
        const frame = () => new Promise(requestAnimationFrame);
        const requestOf = () =>
          performance.getEntriesByType("resource").find(
            (entry) => entry.initiatorType === "xmlhttprequest" && entry.startTime >= pressed);
        return { shown: new Promise((resolve, reject) => {
          const late = setTimeout(
            () => reject(new Error(`after ${before} comes ${says()}, not ${wanted}`)), 20000);
          const changes = new MutationObserver(async () => {
            const now = says();
            if (pressed === undefined || now === before || !fits.test(now)) {
              return;
            }
            changes.disconnect();
            clearTimeout(late);
            const request = requestOf();
            await frame();
            await frame();
            const shown = performance.now() - pressed;
            const sent = request ? request.startTime - pressed : 0;
            const answered = request ? request.responseEnd - pressed : 0;
            resolve([sent, answered, shown]);
          });
          changes.observe(document.body, { attributes: true, childList: true, subtree: true });
        }) };
      }
      """;

  /** A key of the usual work, and what the screen says after it: number, status, question. */
  private enum Step {
    CALL("n", "n: call the next one", "CALLED undefined", true),
    START("a", "a: begin the visit", "SERVING undefined", false),
    QUESTION("n", "n: the question whether the visit is over", "SERVING ask-busy", false),
    NEXT("Enter", "Enter: finish, and call the next one", "CALLED undefined", true),
    MISSED("x", "x: not there", "undefined undefined undefined", false),
    BACK("u", "u: undo", "CALLED undefined", false);

    private final String key;
    private final String what;
    private final String screen;
    private final boolean calls;

    Step(String key, String what, String screen, boolean calls) {
      this.key = key;
      this.what = what;
      this.screen = screen;
      this.calls = calls;
    }
  }

  /** The steps one after another; the last one leaves what the first one needs. */
  private static final List<Step> ROUND =
      List.of(
          Step.QUESTION,
          Step.NEXT,
          Step.START,
          Step.QUESTION,
          Step.NEXT,
          Step.MISSED,
          Step.BACK,
          Step.START);

  /** The mean of the idle page's frames, and its longest, in milliseconds. */
  private static final String IDLE =
      """
      async (frames) => {
        const times = [];
        for (let i = 0; i <= frames; i++) {
          times.push(await new Promise(requestAnimationFrame));
        }
        const gaps = times.slice(1).map((time, i) => time - times[i]);
        return [(times.at(-1) - times[0]) / frames, Math.max(...gaps)];
      }
      """;

  private final Map<Step, Histogram> shown = new LinkedHashMap<>();
  private final Histogram waited = new Histogram(DIGITS);
  private final Histogram answered = new Histogram(DIGITS);
  private final Histogram drawn = new Histogram(DIGITS);

  private StaffKeys() {
    forget();
  }

  private void forget() {
    for (Step step : Step.values()) {
      shown.put(step, new Histogram(DIGITS));
    }
    List.of(waited, answered, drawn).forEach(Histogram::reset);
  }

  static Map<String, String> measure(RunningServer server) {
    Api api = new Api(server);
    api.signIn(OFFICE, 1).clearTheLine();
    for (int i = 0; i < WAITING; i++) {
      api.takeTicket(OFFICE, "letters", "de");
    }
    ExecutorService visitors = Executors.newSingleThreadExecutor();
    StaffKeys keys = new StaffKeys();
    Map<String, String> said = new LinkedHashMap<>();
    try (Playwright playwright = Playwright.create(Chromium.withoutDownload());
        Browser browser = Chromium.launch(playwright);
        Page page = browser.newPage()) {
      signIn(page, server);
      List<?> idle = (List<?>) page.evaluate(IDLE, IDLE_FRAMES);
      said.put(
          "frame of the idle console",
          String.format(Locale.ROOT, "mean %.0f ms, longest %.0f ms", idle.toArray()));
      Runnable another = () -> visitors.execute(() -> api.takeTicket(OFFICE, "letters", "de"));
      keys.press(page, Step.CALL);
      keys.press(page, Step.START);
      for (int round = 0; round < WARM_UP + ROUNDS; round++) {
        if (round == WARM_UP) {
          keys.forget();
        }
        keys.round(page, another);
      }
    } finally {
      visitors.shutdownNow();
    }
    keys.tell(said);
    return said;
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

  private void round(Page page, Runnable another) {
    for (Step step : ROUND) {
      press(page, step);
      if (step.calls) {
        another.run();
      }
    }
  }

  private void press(Page page, Step step) {
    JSHandle watch = page.evaluateHandle(WATCH, step.screen);
    page.keyboard().press(step.key);
    List<?> millis = (List<?>) watch.evaluate("watch => watch.shown");
    watch.dispose();
    long sent = micros(millis.get(0));
    long back = micros(millis.get(1));
    long all = micros(millis.get(2));
    shown.get(step).recordValue(all);
    if (back > 0) {
      waited.recordValue(sent);
      answered.recordValue(back - sent);
      drawn.recordValue(all - back);
    }
  }

  private static long micros(Object millis) {
    return Math.max(0, Math.round(((Number) millis).doubleValue() * 1_000));
  }

  private void tell(Map<String, String> said) {
    Histogram all = new Histogram(DIGITS);
    shown.forEach(
        (step, measured) -> {
          if (measured.getTotalCount() > 0) {
            all.add(measured);
            said.put("key to screen, " + step.what, percentiles(measured));
          }
        });
    said.put("key to screen, all of them", percentiles(all));
    said.put("of keys with a request: until it is sent", percentiles(waited));
    said.put("of keys with a request: until it is answered, from then on", percentiles(answered));
    said.put("of keys with a request: until it is drawn, from then on", percentiles(drawn));
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

package de.lokalwillkommen.server.system;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/** People in front of screens: each page in a browser profile of its own. */
final class Browsing implements AutoCloseable {

  /** A screen in its usual size. */
  enum Screen {
    KIOSK(1080, 1920),
    DISPLAY(1920, 1080),
    CONSOLE(1440, 900),
    PHONE(390, 844),
    /** A kiosk with a touch screen. */
    TOUCH(1080, 1920);

    private final int width;
    private final int height;

    Screen(int width, int height) {
      this.width = width;
      this.height = height;
    }
  }

  private static final Path PICTURES = Path.of("target", "screenshots");

  /** They take about a minute of the whole test run. */
  private static final boolean ARE_ASKED_FOR = Boolean.getBoolean("pictures");

  private static final int LEGIBLE = 600;
  private static final int MOST_SCANS = 5;

  /** Whether the kiosk can have taken all keys for those of a scanner, see scanner.js. */
  private static final String WAS_FAST =
      "() => typed.every((at, i) => i === 0 || at - typed[i - 1] < 90)";

  private static final Set<Page> OPEN = ConcurrentHashMap.newKeySet();
  private static volatile String lastShown = "";

  /** The browser of all tests of this process, since a start takes seconds. */
  private static Browser shared;

  private final Browser browser = browser();
  private final List<BrowserContext> profiles = new ArrayList<>();
  private final List<String> violations = new CopyOnWriteArrayList<>();

  /** Playwright ends, and the browser with it, when this process ends. */
  private static synchronized Browser browser() {
    if (shared == null || !shared.isConnected()) {
      shared = Chromium.launch(Playwright.create(Chromium.withoutDownload()));
    }
    return shared;
  }

  /** Opens an address on a screen. */
  Page open(Screen screen, RunningServer server, String path) {
    return open(screen, server.uri(path));
  }

  /** Opens an address on a screen. */
  Page open(Screen screen, URI address) {
    Page page = blank(screen);
    page.navigate(address.toString());
    return page;
  }

  /** A screen that shows nothing yet. */
  Page blank(Screen screen) {
    BrowserContext profile =
        browser.newContext(
            new Browser.NewContextOptions()
                .setViewportSize(screen.width, screen.height)
                .setHasTouch(screen == Screen.TOUCH));
    profiles.add(profile);
    Page page = profile.newPage();
    page.setDefaultTimeout(Patience.millis(30));
    page.onConsoleMessage(this::note);
    OPEN.add(page);
    page.onClose(OPEN::remove);
    return page;
  }

  /** The content of each open page, or of the pages that were closed last. */
  static String shown() {
    return OPEN.isEmpty()
        ? lastShown
        : OPEN.stream().map(Browsing::shown).collect(Collectors.joining("\n"));
  }

  /** Drops the content of closed pages. */
  static void forgetShown() {
    lastShown = "";
  }

  private static String shown(Page page) {
    try {
      String text = page.innerText("body", new Page.InnerTextOptions().setTimeout(2_000));
      String line = text.replaceAll("\\s+", " ");
      return page.url() + " shows: " + line.substring(0, Math.min(LEGIBLE, line.length()));
    } catch (PlaywrightException unreadable) {
      return page.url() + " cannot be read";
    }
  }

  private void note(ConsoleMessage message) {
    if (message.text().contains("Content Security Policy")) {
      violations.add(message.text());
    }
  }

  /** The violations of the content security policy by pages. */
  List<String> policyViolations() {
    return List.copyOf(violations);
  }

  /** Signs in at a counter and waits for the console. */
  Page console(RunningServer server, String office, int counter, String language) {
    Page page = blank(Screen.CONSOLE);
    signIn(page, server.uri("/admin/sign-in.xhtml?lang=" + language), office, counter);
    return page;
  }

  /** Signs in at a counter and waits for the console. */
  static void signIn(Page page, URI address, String office, int counter) {
    signIn(page, address, office, counter, office + "-" + counter);
  }

  /** Signs a counsellor in at a counter and waits for the console. */
  static void signIn(Page page, URI address, String office, int counter, String login) {
    page.navigate(address.toString());
    page.selectOption("[id='office']", office);
    page.locator("[id='counter'] option[value='" + counter + "']").waitFor(attached());
    page.selectOption("[id='counter']", Integer.toString(counter));
    page.fill("[id='login']", login);
    page.fill("[id='password']", "demo");
    page.locator("[id='password']").press("Enter");
    page.locator("html[data-keys]").waitFor(attached());
  }

  /** Signs in to administer, at no office. */
  Page administration(RunningServer server, String language) {
    Page page = open(Screen.CONSOLE, server, "/admin/sign-in.xhtml?lang=" + language);
    page.fill("[id='login']", "admin");
    page.fill("[id='password']", "demo");
    page.locator("[id='password']").press("Enter");
    page.waitForURL("**/admin/");
    return page;
  }

  private static Locator.WaitForOptions attached() {
    return new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED);
  }

  /** Waits for the end of all animations: an element that fades in is not legible yet. */
  static void still(Page page) {
    String animations =
        "() => Promise.all(document.getAnimations().map(a => a.finished.catch(() => null)))";
    try {
      page.evaluate(animations);
    } catch (PlaywrightException leftMeanwhile) {
      page.waitForLoadState();
      page.evaluate(animations);
    }
  }

  /**
   * Presses a control that may be on another page of the kiosk's screen: the focus turns to that
   * page. A click by its locator would scroll as well, which the kiosk undoes, perhaps in the
   * middle of the click.
   */
  static void press(Locator control) {
    control.waitFor();
    settle(control.page());
    still(control.page());
    control.evaluate("control => control.focus({ preventScroll: true })");
    BoundingBox box = control.boundingBox();
    control.page().mouse().click(box.x + box.width / 2, box.y + box.height / 2);
  }

  /**
   * Waits until the kiosk has put what it has received into its screen: it turns to the first page
   * at the end of that, and ignores fast taps until then.
   */
  private static void settle(Page page) {
    page.locator(".htmx-request, .htmx-swapping, .htmx-settling, [data-settling]")
        .first()
        .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
  }

  /**
   * Takes a picture of what a page shows, if pictures are asked for; a browser that is short of
   * memory is asked again.
   */
  static void picture(Page page, String name) {
    still(page);
    if (!ARE_ASKED_FOR) {
      return;
    }
    Page.ScreenshotOptions file =
        new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png"));
    try {
      page.screenshot(file);
    } catch (PlaywrightException unable) {
      page.screenshot(file);
    }
  }

  /**
   * Types as a scanner does: at once, with Enter after it, wherever the focus is. If a busy machine
   * is slower than a scanner, the scan is repeated.
   */
  static void scan(Page kiosk, String code) {
    kiosk.evaluate(
        "() => { if (!window.typed) { addEventListener('keydown', e => typed.push(e.timeStamp), true); }"
            + " window.typed = []; }");
    for (int attempt = 1; ; attempt++) {
      kiosk.evaluate("() => { typed.length = 0; }");
      try {
        kiosk.waitForRequest(
            request -> request.method().equals("POST"),
            new Page.WaitForRequestOptions().setTimeout(2_000),
            () -> {
              kiosk.keyboard().type(code);
              kiosk.keyboard().press("Enter");
            });
        if ((boolean) kiosk.evaluate(WAS_FAST) || attempt == MOST_SCANS) {
          return;
        }
        kiosk.waitForLoadState();
      } catch (TimeoutError notSeen) {
        if (attempt == MOST_SCANS) {
          throw notSeen;
        }
      }
    }
  }

  @Override
  public void close() {
    lastShown = shown();
    profiles.forEach(BrowserContext::close);
  }
}

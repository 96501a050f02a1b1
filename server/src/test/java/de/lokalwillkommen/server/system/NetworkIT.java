package de.lokalwillkommen.server.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.WebSocketRoute;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import de.lokalwillkommen.server.system.Browsing.Screen;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The pages while the network between users and server fails, and after it is back. */
class NetworkIT {

  private static final String OFFICE = "innenstadt-nord";

  /** In seconds. */
  private static final int LONGEST_STEP = 40;

  private final RunningServer server = RunningServer.shared();
  private final Api api = new Api(server);
  private final Browsing browsing = new Browsing();
  private final UnreliableNetwork network = new UnreliableNetwork(server);

  @BeforeAll
  static void networksTakeTheirTime() {
    RunningServer.shared();
    PlaywrightAssertions.setDefaultAssertionTimeout(Patience.millis(LONGEST_STEP));
  }

  @AfterAll
  static void networksHaveTheUsualDelay() {
    Patience.setDefaults();
  }

  @AfterEach
  void cleanUp() {
    browsing.close();
    network.close();
  }

  private Page console(int counter) {
    api.signIn(OFFICE, counter).clearCounters();
    Page page = browsing.blank(Screen.CONSOLE);
    Browsing.signIn(page, network.uri("/admin/sign-in.xhtml?lang=de"), OFFICE, counter);
    return page;
  }

  private String takeTicket() {
    return api.takeTicket(OFFICE, "letters", "de").json().getString("number");
  }

  private static Locator row(Page console, String number) {
    return console.locator("[id='panel-line'] tr", new Page.LocatorOptions().setHasText(number));
  }

  @Test
  void hoursAreAskedForAgainAndAFormIsNotLost() {
    Page plan = browsing.blank(Screen.CONSOLE);
    plan.navigate(network.uri("/admin/sign-in.xhtml?lang=de").toString());
    plan.fill("[id='login']", "admin");
    plan.fill("[id='password']", "demo");

    network.freeze();
    plan.locator("[id='signInNow']").click();
    assertThat(plan.locator("[id='told']")).containsText("Keine Verbindung");
    assertThat(plan.locator("[id='password']")).hasValue("demo");
    network.loseConnections();
    assertThat(plan.locator("[id='told']")).containsText("Die Verbindung ist wieder da");
    plan.locator("[id='signInNow']").click();
    plan.waitForURL("**/admin/");

    plan.navigate(network.uri("/admin/availability?office=" + OFFICE).toString());
    assertThat(plan.locator(".fc-event").first()).isVisible();
    network.loseConnections();
    plan.locator(".week-nav a").last().click();
    assertThat(plan.locator(".fc-event").first()).isVisible();
  }

  @Test
  void theCountersOfAnOfficeAreAskedForAgainBeforeSigningIn() {
    Page page = browsing.open(Screen.CONSOLE, network.uri("/admin/sign-in.xhtml?lang=de"));
    network.freeze();
    page.selectOption("[id='office']", OFFICE);
    assertThat(page.locator("[id='told']")).containsText("Keine Verbindung");

    network.loseConnections();
    assertThat(page.locator("[id='counter'] option[value='3']")).hasCount(1);
    assertThat(page.locator("[id='told'] .notice:visible")).hasCount(0);
    assertThat(page.locator("[id='office']")).hasValue(OFFICE);
  }

  private static int numberOf(String number) {
    return Integer.parseInt(number.strip().substring(1));
  }

  private String takePhone() {
    return api.takeTicket(OFFICE, "letters", "de").json().getString("token");
  }

  @Test
  void whereSocketsDoNotPassPhoneAndConsoleAreSlowerButLive() {
    network.refuseSockets();
    Api.Counsellor counsellor = api.signIn(OFFICE, 3);
    counsellor.clearTheLine();
    Page console = console(1);
    Page phone = browsing.open(Screen.PHONE, network.uri("/kiosk/t/" + takePhone()));
    String later = takeTicket();
    assertThat(row(console, later)).isVisible();

    counsellor.next();

    assertThat(phone.locator(".call-room")).containsText("Raum 3");
    assertThat(phone.locator("[id='live']")).hasAttribute("data-live", "true");
    assertThat(console.locator("[id='offline']")).isHidden();
    counsellor.clearCounters();
  }

  /**
   * Features that iOS 15.0, Chrome 100 or Firefox 102 lack and that a page could use by mistake.
   */
  private static final String OLD_BROWSER =
      """
      delete AbortSignal.timeout; delete AbortSignal.any;
      delete window.HTMLDialogElement;
      delete HTMLFormElement.prototype.requestSubmit;
      delete SubmitEvent.prototype.submitter;
      delete HTMLElement.prototype.inert;
      delete Element.prototype.role; delete Element.prototype.ariaPressed;
      delete Array.prototype.at; delete Array.prototype.findLast; delete Object.hasOwn;
      delete window.structuredClone; delete window.BroadcastChannel; delete Crypto.prototype.randomUUID;
      delete Navigator.prototype.vibrate; delete Navigator.prototype.wakeLock;
      """;

  @Test
  void screensWhoseConnectionsWereLostUnawaresWorkAgainByThemselvesInTheOldestBrowsersToo() {
    Api.Counsellor counsellor = api.signIn(OFFICE, 2);
    counsellor.clearTheLine();
    counsellor.signOut();
    Page phone = browsing.blank(Screen.PHONE);
    Page console = browsing.blank(Screen.CONSOLE);
    phone.context().addInitScript(OLD_BROWSER);
    console.context().addInitScript(OLD_BROWSER);
    phone.navigate(network.uri("/kiosk/t/" + takePhone()).toString());
    Browsing.signIn(console, network.uri("/admin/sign-in.xhtml?lang=de"), OFFICE, 2);
    console.locator("[id='tab-counters']").click();
    assertThat(console.locator("[id='panel-counters']")).isVisible();
    Page kiosk = browsing.open(Screen.KIOSK, network.uri("/kiosk/" + OFFICE));
    int before = numberOf(takeTicket());

    network.loseConnections();
    kiosk.locator("button[name=topic][value=housing]").click();
    console.keyboard().press("n");

    assertThat(kiosk.locator("[id='moment'][open]")).isVisible();
    // it was sent without an answer, or waited for a request without an answer
    assertThat(console.locator("[id='news']")).containsText("Ihre letzte Eingabe");
    assertThat(console.locator("[id='offline']")).isHidden();
    console.keyboard().press("n");
    assertThat(console.locator("[id='current']")).hasAttribute("data-status", "CALLED");
    assertThat(console.locator("[id='news']")).not().containsText("Ihre letzte Eingabe");
    assertThat(phone.locator("[id='call']")).isVisible();
    phone.locator("[data-does='coming']").click();
    assertThat(console.locator("[id='current'] .coming")).isVisible();
    Locator number = kiosk.locator(".ticket-title .ticket-number");
    assertThat(number).hasText(Pattern.compile("A\\d{3}"));
    assertThat(numberOf(number.textContent())).isEqualTo(before + 1);
    assertThat(kiosk.locator("dialog[open]")).hasCount(0);
  }

  @Test
  void aDisconnectedUserIsToldAtOnceAndLosesNothing() {
    String number = takeTicket();
    Page console = console(3);
    Page typing = console(1);
    row(typing, number).locator("[data-asks='more']").click();
    typing.locator("[id='ask-more'] [data-asks='urgent']").click();
    typing.locator("[id='reason']").fill("Frist heute");
    Page phone = browsing.open(Screen.PHONE, network.uri("/kiosk/t/" + takePhone()));

    network.freeze();
    typing.locator("[id='urgentNow']").click();
    phone.locator("[data-does='later']").first().click();
    assertThat(typing.locator("[id='sending']")).isVisible();
    assertThat(phone.locator("[data-says='sending']")).isVisible();
    assertThat(console.locator("[id='offline']")).isVisible();
    console.keyboard().press("n");
    assertThat(console.locator("[id='news']")).containsText("Ihre Eingabe wurde nicht gesendet");
    // it was sent without an answer, or waited for a request without an answer
    assertThat(typing.locator("[id='ask-urgent']"))
        .containsText(Pattern.compile("Eingabe (wurde nicht gesendet|angekommen ist)"));
    assertThat(phone.locator("[id='live']")).hasAttribute("data-live", "false");
    phone.locator(".languages summary").click();
    phone.locator(".languages a[lang='en']").click();
    assertThat(phone.locator("[data-says='away']")).isVisible();

    network.loseConnections();
    assertThat(console.locator("[id='news']")).containsText("Die Verbindung ist wieder da");
    assertThat(console.locator("[id='offline']")).isHidden();
    console.keyboard().press("n");
    assertThat(console.locator("[id='current']")).hasAttribute("data-status", "CALLED");
    assertThat(typing.locator("[id='offline']")).isHidden();
    assertThat(typing.locator("[id='reason']")).hasValue("Frist heute");
    typing.locator("[data-close='urgent']").click();
    assertThat(phone.locator("[id='live']")).hasAttribute("data-live", "true");
    assertThat(phone.locator("[data-says='away']")).isHidden();
    phone.locator(".languages a[lang='en']").click();
    assertThat(phone.locator("html")).hasAttribute("lang", "en");
  }

  @Test
  void aForeignAnswerChangesNoPage() {
    Api.Counsellor counsellor = api.signIn(OFFICE, 2);
    counsellor.clearTheLine();
    Page phone = browsing.open(Screen.PHONE, network.uri("/kiosk/t/" + takePhone()));
    phone.route("**/kiosk/t/*", NetworkIT::answerAsAStranger);
    phone.route("**/kiosk/pulse", NetworkIT::answerAsAStranger);

    counsellor.next();
    assertThat(phone.locator(".call-room")).containsText("Raum 2");
    phone.locator("[data-does='coming']").click();
    phone.locator(".languages summary").click();
    phone.locator(".languages a[lang='en']").click();

    assertThat(phone.locator("[data-says='away']")).isVisible();
    assertThat(phone.locator("html")).hasAttribute("lang", "de");
    counsellor.clearCounters();
  }

  /** Answers like a server that is starting, or the sign-in page of a public network. */
  private static void answerAsAStranger(Route request) {
    request.fulfill(new Route.FulfillOptions().setStatus(404).setBody("Not here"));
  }

  @Test
  void aBoardIsLoadedAnewOnlyIfThisServerSaysThatThereIsANewerPage() {
    List<WebSocketRoute> sockets = new CopyOnWriteArrayList<>();
    AtomicInteger asked = new AtomicInteger();
    AtomicInteger loaded = new AtomicInteger();
    Map<String, String> headers = new ConcurrentHashMap<>(Map.of("Content-Type", "text/html"));
    Page board = browsing.blank(Screen.DISPLAY);
    board.routeWebSocket(
        Pattern.compile(".*/display/ws/.*"),
        socket -> {
          socket.connectToServer();
          sockets.add(socket);
        });
    board.navigate(server.uri("/display/" + OFFICE).toString());
    assertThat(board.locator("html[data-version]")).hasCount(1);
    board.route(
        "**/display/" + OFFICE,
        request -> {
          (request.request().isNavigationRequest() ? loaded : asked).incrementAndGet();
          request.fulfill(
              new Route.FulfillOptions()
                  .setHeaders(headers)
                  .setBody("<html data-assets='/other'><title>Anew</title></html>"));
        });

    sockets.get(0).close();
    board.waitForCondition(() -> asked.get() == 1);
    board.waitForCondition(() -> sockets.size() == 2);
    assertThat(board.locator("html")).hasAttribute("data-live", "yes");
    headers.put("X-LW", "1");
    sockets.get(1).close();

    assertThat(board).hasTitle("Anew");
    assertThat(asked.get()).isEqualTo(2);
    assertThat(loaded.get()).isEqualTo(1);
  }

  @Test
  void aDayListComesBackToo() {
    Page list = console(1);
    list.navigate(network.uri("/admin/day-list.xhtml").toString());
    list.locator("[id='do-book']").waitFor();
    network.loseConnections();
    list.locator("[id='search']").fill("nicht da");
    assertThat(list.locator(".empty-title")).isVisible();
    assertThat(list.locator("[id='offline']")).isHidden();
  }
}

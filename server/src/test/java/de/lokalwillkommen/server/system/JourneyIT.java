package de.lokalwillkommen.server.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions;
import de.lokalwillkommen.server.system.Browsing.Screen;
import jakarta.json.JsonObject;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The main job as people see it, each at a screen of their own. */
class JourneyIT {

  private final Browsing browsing = new Browsing();

  @AfterEach
  void cleanUp() {
    browsing.close();
  }

  private static String numberOn(Page ticketPage) {
    Locator number = ticketPage.locator(".ticket-number").first();
    assertThat(number).hasText(Pattern.compile("A\\d{3}"));
    return number.textContent().strip();
  }

  @Test
  void aVisitorTakesATicketACounsellorCallsItAndTheWaitingRoomSeesIt() {
    RunningServer server = RunningServer.shared();
    new Api(server).signIn("hoerde", 1).clearTheLine();
    Page board = browsing.open(Screen.DISPLAY, server, "/display/hoerde");
    Page kiosk = browsing.open(Screen.KIOSK, server, "/kiosk/hoerde");
    Page console = browsing.console(server, "hoerde", 1, "de");
    Browsing.picture(kiosk, "kiosk-home-de");
    int gongsBefore = gongs(board);

    kiosk.locator("button[name=topic][value=housing]").click();
    String number = numberOn(kiosk);
    Browsing.picture(kiosk, "kiosk-ticket-de");

    assertThat(console.locator("body")).containsText(number);
    Browsing.picture(console, "console-de");
    console.keyboard().press("n");

    assertThat(board.locator(".call-number").first()).hasText(number);
    assertThat(board.locator(".call-room").first()).containsText("Raum 1");
    await().atMost(Patience.seconds(5)).until(() -> gongs(board) > gongsBefore);
    Browsing.picture(board, "board-landscape-de");
    assertThat(console.locator("[id='current'] .ticket-number")).hasText(number);

    console.keyboard().press("a");
    assertThat(console.locator("[id='current']")).hasAttribute("data-status", "SERVING");
    Browsing.picture(console, "console-serving-de");

    assertThat(browsing.policyViolations()).isEmpty();
  }

  @Test
  void aNumberThatAnotherOfficeGaveIsCalledWithItsOffice() {
    Api api = new Api(RunningServer.shared());
    Api.Counsellor there = api.signIn("brackel", 2);
    Api.Counsellor here = api.signIn("mengede", 2);
    there.clearTheLine();
    here.clearTheLine();
    api.takeTicket("brackel", "housing", "de");
    long brought = there.next().json().getJsonNumber("id").longValue();
    there.act(brought, "transfer", "{\"office\":\"mengede\"}");
    assertThat(here.next().json().getJsonNumber("id").longValue()).isEqualTo(brought);

    Page large = browsing.open(Screen.DISPLAY, RunningServer.shared(), "/display/mengede");
    assertThat(large.locator(".call-label").first()).hasText("Bitte kommen Sie · aus Brackel");
    Browsing.picture(large, "board-brought-de");

    for (int counter : new int[] {1, 3}) {
      api.takeTicket("mengede", "housing", "de");
      api.signIn("mengede", counter).next();
    }
    Page listed = browsing.open(Screen.DISPLAY, RunningServer.shared(), "/display/mengede?lang=ar");
    assertThat(listed.locator(".row-from:not([hidden])")).hasText("من Brackel");
    Browsing.picture(listed, "board-brought-ar");
    here.clearCounters();
  }

  private static int gongs(Page board) {
    Object gongs = board.evaluate("() => document.documentElement.dataset.gongs || '0'");
    return Integer.parseInt(gongs.toString());
  }

  @Test
  void aFurtherLanguageOfferedTodayBringsItsVisitors() {
    RunningServer server = RunningServer.shared();
    Api api = new Api(server);
    Api.Counsellor colleague = api.signIn("innenstadt-nord", 2);
    api.signIn("innenstadt-nord", 1).clearTheLine();
    colleague.clearTheLine();
    Page console = browsing.console(server, "innenstadt-nord", 1, "de");
    assertThat(console.locator("[id='do-offer']")).containsText("alle Themen");

    console.keyboard().press("b");
    Locator somali = console.locator("[id='speaks-so']");
    assertThat(console.locator("[id='speaks-ar']")).isChecked();
    assertThat(somali).not().isChecked();
    somali.focus();
    console.keyboard().press("Space");
    console.locator("[id='advises-letters']").check();
    Browsing.picture(console, "console-offer-de");
    console.locator("[id='offerNow']").press("Enter");

    assertThat(console.locator("[id='do-offer']")).containsText("Somali");
    assertThat(console.locator("[id='do-offer']")).containsText("Brief oder Formular");
    // kiosks have no Somali yet, so a counsellor issues the ticket
    console.keyboard().press("g");
    console.selectOption("[id='issueLanguage']", "so");
    console.locator("[id='ask-issue'] [data-topic='letters']").click();
    Locator row =
        console.locator("[id='panel-line'] tr", new Page.LocatorOptions().setHasText("Somali"));
    assertThat(row).containsText("braucht Somali: Raum 1");
    String number = row.locator(".ticket-number").textContent();
    assertThat(colleague.next().status()).isEqualTo(204);
    console.keyboard().press("n");
    assertThat(console.locator("[id='current'] .ticket-number")).hasText(number);

    console.keyboard().press("b");
    assertThat(somali).isChecked();
    assertThat(console.locator("[id='advises-letters']")).isChecked();
    assertThat(browsing.policyViolations()).isEmpty();
  }

  @Test
  void inArabicEverythingIsMirroredAndThePhoneSeesTheCall() {
    RunningServer server = RunningServer.shared();
    Api api = new Api(server);
    Api.Counsellor counsellor = api.signIn("eving", 1);
    counsellor.clearTheLine();
    Page kiosk = browsing.open(Screen.KIOSK, server, "/kiosk/eving");
    kiosk.locator("text=العربية").first().click();
    assertThat(kiosk.locator("html")).hasAttribute("dir", "rtl");
    assertThat(kiosk.locator("html")).hasAttribute("lang", "ar");
    Browsing.picture(kiosk, "kiosk-home-ar");

    kiosk.locator("button[name=topic][value=letters]").click();
    String number = numberOn(kiosk);
    Browsing.picture(kiosk, "kiosk-ticket-ar");
    String token = kiosk.url().replaceAll(".*/ticket/([^?]*).*", "$1");

    Page phone = browsing.open(Screen.PHONE, server, "/kiosk/t/" + token);
    assertThat(phone.locator("html")).hasAttribute("dir", "rtl");
    assertThat(phone.locator("body")).containsText(number);
    Browsing.picture(phone, "phone-waiting-ar");

    assertThat(counsellor.next().json().getString("number")).isEqualTo(number);

    assertThat(phone.locator("body")).containsText("Raum 1");
    Browsing.picture(phone, "phone-called-ar");
    assertThat(browsing.policyViolations()).isEmpty();
  }

  @Test
  void aClosedOfficeSaysWhereElseToGo() {
    Page kiosk = browsing.open(Screen.KIOSK, RunningServer.shared(), "/kiosk/dorstfeld");

    // the outpost is open every second Tuesday from ten to twelve; the test may run even then
    if (kiosk.locator("button[name=topic]").count() == 0) {
      assertThat(kiosk.locator(".elsewhere-office").first()).isVisible();
      assertThat(kiosk.locator(".elsewhere-office")).hasCount(7);
      Browsing.picture(kiosk, "kiosk-closed-de");
    }
  }

  @Test
  void aDoubleTapIsOneTicket() {
    RunningServer server = RunningServer.shared();
    int before = lastNumber(server);
    Page kiosk = browsing.open(Screen.KIOSK, server, "/kiosk/mengede");

    kiosk.locator("button[name=topic][value=money]").dblclick();

    assertThat(Integer.parseInt(numberOn(kiosk).substring(1))).isEqualTo(before + 1);
    assertThat(lastNumber(server)).isEqualTo(before + 2);
  }

  private static void onlyWhatIsTapped(Route request) {
    if ("POST".equals(request.request().method())) {
      request.resume();
    }
  }

  /** The last number issued in Mengede, found by taking one more. */
  private static int lastNumber(RunningServer server) {
    JsonObject ticket = new Api(server).takeTicket("mengede", "letters", "de").json();
    return Integer.parseInt(ticket.getString("number").substring(1));
  }

  @Test
  void whenTheServerDiesEverythingComesBackByItself(@TempDir Path folder) {
    RunningServer server = RunningServer.demo(folder);
    try {
      Page board = browsing.open(Screen.DISPLAY, server, "/display/hoerde");
      Page tapped = browsing.open(Screen.KIOSK, server, "/kiosk/hoerde");
      Page alone = browsing.open(Screen.KIOSK, server, "/kiosk/hoerde?lang=ar");
      Page console = browsing.console(server, "hoerde", 1, "de");
      assertThat(board.locator("html")).hasAttribute("data-live", "yes");
      // the tap comes before the kiosk has noticed, even on a slow machine: its own requests get no
      // answer until then
      tapped.route("**/kiosk/hoerde*", JourneyIT::onlyWhatIsTapped);
      server.kill();
      tapped.locator("button[name=topic][value=housing]").click();
      tapped.unroute("**/kiosk/hoerde*");
      assertThat(tapped.locator("dialog[open]")).isVisible();
      Browsing.picture(tapped, "kiosk-waits-for-server-de");
      assertThat(board.locator(".not-live"))
          .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(Patience.millis(12)));
      Browsing.picture(board, "board-not-live-de");
      assertThat(alone.locator("dialog[open]"))
          .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(Patience.millis(15)));

      RunningServer again = server.startAgain();
      try {
        assertThat(tapped.locator(".ticket-number").first())
            .hasText(
                Pattern.compile("A\\d{3}"),
                new LocatorAssertions.HasTextOptions().setTimeout(Patience.millis(5)));
        assertThat(board.locator(".not-live"))
            .isHidden(new LocatorAssertions.IsHiddenOptions().setTimeout(Patience.millis(3)));
        assertThat(alone.locator("dialog[open]"))
            .isHidden(new LocatorAssertions.IsHiddenOptions().setTimeout(Patience.millis(5)));
        assertThat(console.locator("body"))
            .containsText(
                numberOn(tapped),
                new LocatorAssertions.ContainsTextOptions().setTimeout(Patience.millis(10)));
        alone.locator("button[name=topic][value=letters]").click();
        numberOn(alone);
      } finally {
        again.close();
      }
    } finally {
      server.close();
    }
  }
}

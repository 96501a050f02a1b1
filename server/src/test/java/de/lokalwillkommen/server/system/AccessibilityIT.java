package de.lokalwillkommen.server.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import de.lokalwillkommen.server.system.Browsing.Screen;
import jakarta.json.JsonArray;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * No page may have a fault that axe can find, in a language from left to right and in one from
 * right to left.
 */
class AccessibilityIT {

  private static final Locator.WaitForOptions DETACHED =
      new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED);

  private final RunningServer server = RunningServer.shared();
  private final Browsing browsing = new Browsing();

  @AfterEach
  void cleanUp() {
    browsing.close();
  }

  /** A rule that is kept needs no list of the elements that keep it. */
  private static AxeRunOptions violationsAlone() {
    AxeRunOptions options = new AxeRunOptions();
    options.setResultTypes(List.of("violations"));
    return options;
  }

  static void assertNoFaults(Page page) {
    Browsing.still(page);
    List<Rule> faults =
        new AxeBuilder(page)
            .options(violationsAlone())
            // the pages have no frames of other servers, for which it would open a second page
            .setLegacyMode(true)
            .withTags(
                List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"))
            .analyze()
            .getViolations();
    assertThat(faults)
        .as(page.url())
        .extracting(f -> f.getId() + ": " + f.getNodes().get(0).getHtml())
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"de", "ar"})
  void theKiosk(String language) {
    Page page = browsing.open(Screen.KIOSK, server, "/kiosk/brackel?lang=" + language);
    assertNoFaults(page);
    page.locator("button[name=topic][value=work]").click();
    page.locator(".ticket-number").first().waitFor();
    assertNoFaults(page);
    assertNoFaults(browsing.open(Screen.KIOSK, server, "/kiosk/dorstfeld?lang=" + language));
    assertNoFaults(browsing.open(Screen.KIOSK, server, "/kiosk/"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"de", "ar"})
  void thePhone(String language) {
    String token =
        new Api(server).takeTicket("brackel", "work", language).json().getString("token");
    assertNoFaults(browsing.open(Screen.PHONE, server, "/kiosk/t/" + token));
  }

  @ParameterizedTest
  @ValueSource(strings = "ar")
  void theBooking(String language) {
    Page page = browsing.open(Screen.KIOSK, server, "/kiosk/brackel/book?lang=" + language);
    assertNoFaults(page);
    page.locator("[data-topic=german]").click();
    page.locator(".days a").last().click();
    assertNoFaults(page);
    Browsing.press(page.locator("button.time").last());
    page.locator("button[value=book]").waitFor();
    assertNoFaults(page);
    page.locator("button[value=book]").click();
    page.locator(".code").waitFor();
    assertNoFaults(page);
    String code = page.url().replaceAll(".*/appointment/([^?]*).*", "$1");
    assertNoFaults(browsing.open(Screen.KIOSK, server, "/kiosk/brackel/check-in?lang=" + language));
    assertNoFaults(
        browsing.open(
            Screen.KIOSK, server, "/kiosk/brackel/check-in/" + code + "?lang=" + language));
    assertNoFaults(
        browsing.open(Screen.KIOSK, server, "/kiosk/brackel/check-in/ZZZZ9999?lang=" + language));
    assertNoFaults(
        browsing.open(
            Screen.PHONE, server, "/kiosk/brackel/book?on=phone&topic=german&lang=" + language));
    assertNoFaults(browsing.open(Screen.PHONE, server, "/kiosk/a/" + code));
    for (String step : List.of("move", "cancel")) {
      assertNoFaults(browsing.open(Screen.PHONE, server, "/kiosk/a/" + code + "?step=" + step));
    }
    Page earlier = browsing.open(Screen.PHONE, server, "/kiosk/a/" + code + "?step=earlier");
    assertNoFaults(earlier);
    earlier.locator("button[value=earlier]").click();
    earlier.locator("a[href*='/w/']").click();
    earlier.locator("button[value=leave]").waitFor();
    assertNoFaults(earlier);
    // a freed slot would be offered to this place in whichever test comes next
    earlier.locator("button[value=leave]").click();
    earlier.locator("button[value=leave]").waitFor(DETACHED);
    assertNoFaults(earlier);
  }

  @ParameterizedTest
  @ValueSource(strings = {"de", "ar"})
  void theBoard(String language) {
    assertNoFaults(browsing.open(Screen.DISPLAY, server, "/display/brackel?lang=" + language));
  }

  @ParameterizedTest
  @ValueSource(strings = {"de", "ar"})
  void theOverview(String language) {
    Page page = browsing.open(Screen.CONSOLE, server, "/display/?lang=" + language);
    assertNoFaults(page);
    Browsing.picture(page, "overview-" + language);
  }

  @ParameterizedTest
  @ValueSource(strings = {"de", "ar"})
  void theConsole(String language) {
    assertNoFaults(browsing.open(Screen.CONSOLE, server, "/admin/sign-in.xhtml?lang=" + language));
    Page console = browsing.console(server, "brackel", 3, language);
    assertNoFaults(console);
    Browsing.picture(console, "console-line-" + language);
    console.keyboard().press("b");
    console.locator("[id='ask-offer']").waitFor();
    assertNoFaults(console);
    Browsing.picture(console, "console-offer-" + language);
  }

  @Test
  void theConsoleIsReadInTheLanguageThatIsChosenThere() {
    Page page = browsing.open(Screen.CONSOLE, server, "/admin/sign-in.xhtml?lang=de");

    page.locator(".languages [hreflang=ar]").click();

    assertThat(page.locator("html")).hasAttribute("dir", "rtl");
  }

  @ParameterizedTest
  @ValueSource(strings = "de")
  void theDayList(String language) {
    Api.Counsellor counsellor = new Api(server).signIn("brackel", 1);
    JsonArray slots = counsellor.slots("work", language).json().getJsonArray("slots");
    String code =
        counsellor
            .book(slots.getJsonObject(0).getString("id"), "work", language)
            .json()
            .getString("code");
    Page page = browsing.console(server, "brackel", 2, language);
    page.navigate(server.uri("/admin/day-list.xhtml?day=" + aDayWithAppointments()).toString());
    assertNoFaults(page);
    Browsing.picture(page, "day-list-" + language);
    page.locator("[id='do-book']").click();
    page.locator(".free-slot").first().waitFor();
    assertNoFaults(page);
    Browsing.picture(page, "day-list-booking-" + language);
    page.navigate(server.uri("/admin/slip.xhtml?code=" + code).toString());
    assertNoFaults(page);
    page.navigate(server.uri("/admin/letters.xhtml?code=" + code).toString());
    assertNoFaults(page);
    for (String path : List.of("week", "waitlist")) {
      page.navigate(server.uri("/admin/" + path).toString());
      assertNoFaults(page);
      Browsing.picture(page, path + "-" + language);
    }
    String working = "/admin/working-list?show=all&day=" + aDayWithAppointments();
    page.navigate(server.uri(working).toString());
    assertNoFaults(page);
    Browsing.picture(page, "working-list-" + language);
    page.locator("[id='readMoves']").click();
    page.locator("[id='moveAll']").waitFor();
    assertNoFaults(page);
  }

  @ParameterizedTest
  @ValueSource(strings = "de")
  void theHoursAndTheLeadTime(String language) {
    Page page = browsing.administration(server, language);
    String plan = "/admin/availability?office=brackel";
    for (String beside :
        List.of("rules", "exceptions", "history", "hours", "fewer", "closing", "terms")) {
      page.navigate(server.uri(plan + "&show=" + beside).toString());
      page.locator(".fc-event").first().waitFor();
      assertNoFaults(page);
      Browsing.picture(page, "availability-" + beside + "-" + language);
    }
    page.navigate(server.uri("/admin/lead-time").toString());
    assertNoFaults(page);
    Browsing.picture(page, "lead-time-" + language);
    page.navigate(server.uri("/admin/history").toString());
    assertNoFaults(page);
  }

  @ParameterizedTest
  @ValueSource(strings = "de")
  void theOffices(String language) {
    Page page = browsing.administration(server, language);
    for (String list :
        List.of(
            "offices",
            "offices?new=1",
            "topics",
            "topics?topic=housing",
            "webhooks",
            "webhooks?new=1",
            "today?office=brackel",
            "claim-mappings",
            "texts",
            "texts?import=1",
            "texts?key=web/topic.housing.description")) {
      page.navigate(server.uri("/admin/" + list).toString());
      assertNoFaults(page);
      Browsing.picture(page, list.replaceAll("[?=1/.]+", "-") + "-" + language);
    }
    for (String part : List.of("data", "hours", "counters", "topics", "end")) {
      page.navigate(server.uri("/admin/office?office=brackel&show=" + part).toString());
      assertNoFaults(page);
      Browsing.picture(page, "office-" + part + "-" + language);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = "ar")
  void thePeople(String language) {
    assertNoFaults(browsing.open(Screen.CONSOLE, server, "/admin/invitation?lang=" + language));
    Page page = browsing.administration(server, language);
    page.navigate(server.uri("/admin/people").toString());
    assertNoFaults(page);
    Browsing.picture(page, "people-" + language);
    page.navigate(server.uri("/admin/people?state=LEFT&office=dorstfeld").toString());
    page.locator(".empty").waitFor();
    assertNoFaults(page);
    page.navigate(server.uri("/admin/people").toString());
    page.locator(".people-list a").first().click();
    page.waitForURL("**/admin/person?person=*");
    page.locator("details").evaluateAll("all => all.forEach(one => { one.open = true; })");
    assertNoFaults(page);
    Browsing.picture(page, "person-" + language);
    page.navigate(server.uri("/admin/person").toString());
    assertNoFaults(page);
    page.locator(".who").click();
    page.locator("#changePassword").click();
    page.locator(".notice.danger").waitFor();
    assertNoFaults(page);
    Browsing.picture(page, "account-" + language);
  }

  /** The demo has appointments on weekdays. */
  private LocalDate aDayWithAppointments() {
    return new Api(server).today().with(TemporalAdjusters.next(DayOfWeek.TUESDAY));
  }
}

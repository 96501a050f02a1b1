package de.lokalwillkommen.server.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Rules for every dialog of the administration: the initial focus, the focus after closing (WCAG
 * 2.4.3), and no input lost by a refusal.
 */
class DialogsIT {

  private static final String OFFICE = "mengede";
  private static final String EVERY_DIALOG = ".ui-dialog";

  private final RunningServer server = RunningServer.shared();
  private final Api api = new Api(server);
  private final Browsing browsing = new Browsing();
  private final List<String> walked = new ArrayList<>();

  private Api.Counsellor colleague;

  @BeforeEach
  void theCountersAreFree() {
    colleague = api.signIn(OFFICE, 2);
    colleague.clearCounters();
  }

  @AfterEach
  void cleanUp() {
    browsing.close();
  }

  private long takeTicket() {
    String number = api.takeTicket(OFFICE, "letters", "de").json().getString("number");
    return colleague.line().json().getJsonArray("waiting").getValuesAs(JsonObject.class).stream()
        .filter(row -> row.getString("number").equals(number))
        .mapToLong(row -> row.getJsonNumber("id").longValue())
        .findFirst()
        .orElseThrow();
  }

  /** A counter where a visitor is served while others wait. */
  private Page console() {
    Page page = browsing.console(server, OFFICE, 1, "de");
    page.locator("[id='do-next']").click();
    page.locator("[id='do-start']").click();
    assertThat(page.locator("[id='current']")).hasAttribute("data-status", "SERVING");
    return page;
  }

  /** A day with an appointment. */
  private Page dayList() {
    JsonObject appointment =
        colleague
            .book(
                colleague
                    .slots("work", "de")
                    .json()
                    .getJsonArray("slots")
                    .getJsonObject(0)
                    .getString("id"),
                "work",
                "de")
            .json();
    String day =
        Instant.parse(appointment.getString("start"))
            .atZone(ZoneId.of("Europe/Berlin"))
            .toLocalDate()
            .toString();
    Page page = browsing.console(server, OFFICE, 1, "de");
    page.navigate(server.uri("/admin/day-list.xhtml?day=" + day).toString());
    return page;
  }

  private static Locator dialog(Page page, String name) {
    return page.locator("[id='ask-" + name + "']");
  }

  private static Locator byId(Page page, String id) {
    return page.locator("[id='" + id + "']");
  }

  /**
   * Opens a dialog from the keyboard, checks the initial focus, closes it and checks the focus
   * again.
   */
  private void walk(Page page, String name, Locator opener, Locator begin) {
    opener.focus();
    page.keyboard().press("Enter");
    assertThat(dialog(page, name)).isVisible();
    assertThat(begin).isFocused();
    page.keyboard().press("Escape");
    assertThat(dialog(page, name)).isHidden();
    assertThat(opener).isFocused();
    walked.add("ask-" + name);
  }

  private Locator firstChoice(Page page, String name) {
    return dialog(page, name).locator(".choices button:visible").first();
  }

  private Locator wayOut(Page page, String name) {
    return dialog(page, name).locator("[data-close]");
  }

  private Locator firstField(Page page, String name) {
    return dialog(page, name)
        .locator("input:visible:not([type=hidden]), select:visible, textarea:visible")
        .first();
  }

  @Test
  void everyDialogOfTheConsoleBeginsAtItsFirstFieldAndGivesTheFocusBack() {
    takeTicket();
    long waiting = takeTicket();
    Page page = console();
    Locator more = byId(page, "more-" + waiting);

    walk(page, "busy", byId(page, "do-next"), firstChoice(page, "busy"));
    walk(page, "call", byId(page, "call-" + waiting), firstChoice(page, "call"));
    walk(page, "more", more, firstChoice(page, "more"));
    walk(page, "park", byId(page, "do-park"), firstChoice(page, "park"));
    walk(page, "finish", byId(page, "do-finish"), firstField(page, "finish"));
    walk(page, "transfer", byId(page, "do-transfer"), firstField(page, "transfer"));
    walk(page, "offer", byId(page, "do-offer"), firstField(page, "offer"));
    walk(page, "issue", byId(page, "do-issue"), firstField(page, "issue"));
    walk(page, "language", byId(page, "do-language"), firstField(page, "language"));
    walk(page, "topic", byId(page, "do-topic"), firstChoice(page, "topic"));
    walk(page, "persons", byId(page, "do-persons"), firstField(page, "persons"));
    walk(page, "count", byId(page, "do-count"), firstField(page, "count"));
    walk(page, "slot", byId(page, "do-book"), byId(page, "topic"));
    for (String next : List.of("urgent", "cancel")) {
      more.focus();
      page.keyboard().press("Enter");
      dialog(page, "more").locator("[data-asks='" + next + "']").press("Enter");
      assertThat(dialog(page, next)).isVisible();
      assertThat(next.equals("urgent") ? byId(page, "reason") : firstChoice(page, next))
          .isFocused();
      dialog(page, next).locator("[data-close]").press("Enter");
      assertThat(more).isFocused();
      walked.add("ask-" + next);
    }
    // the question about a colleague's step needs a colleague: SigningInIT opens it
    walked.add("ask-undo");
    assertThat(walked)
        .containsExactlyInAnyOrderElementsOf(
            page.locator(EVERY_DIALOG).all().stream().map(d -> d.getAttribute("id")).toList());
  }

  @Test
  void everyDialogOfTheDayListBeginsAtItsFirstFieldAndGivesTheFocusBack() {
    Page page = dayList();
    Locator move = page.locator("[data-asks='slot'][data-when='move']").first();
    Locator cancel = page.locator("[data-asks='cancel']").first();

    walk(page, "slot", byId(page, "do-book"), byId(page, "topic"));
    walk(page, "slot", move, byId(page, "on"));
    // a dialog for what cannot be undone does not begin at its submit button
    walk(page, "cancel", cancel, wayOut(page, "cancel"));
    walk(page, "cancelAll", byId(page, "do-cancelAll"), wayOut(page, "cancelAll"));

    assertThat(walked)
        .containsAll(
            page.locator(EVERY_DIALOG).all().stream().map(d -> d.getAttribute("id")).toList());
  }

  @Test
  void aQuestionIsReadOutWithItsTextAndTheReturningFocusIsInView() {
    takeTicket();
    long waiting = takeTicket();
    Page page = console();

    byId(page, "do-next").press("Enter");
    assertThat(dialog(page, "busy")).hasAccessibleDescription(Pattern.compile(".*im Gespräch\\."));
    page.keyboard().press("Escape");
    byId(page, "more-" + waiting).press("Enter");
    dialog(page, "more").locator("[data-asks='cancel']").press("Enter");
    assertThat(dialog(page, "cancel")).hasAccessibleDescription(Pattern.compile(".+"));
    page.keyboard().press("Escape");

    page.setViewportSize(960, 600);
    byId(page, "do-offer").evaluate("offer => offer.closest('.mine').scrollTo(0, 0)");
    page.keyboard().press("b");
    assertThat(dialog(page, "offer")).isVisible();
    page.keyboard().press("Escape");
    assertThat(byId(page, "do-offer")).isFocused();
    assertThat(byId(page, "do-offer")).isInViewport();
  }

  @Test
  void afterAnAnswerTheFocusIsWhereItCameFromOrWhereThatWent() {
    takeTicket();
    long first = takeTicket();
    long second = takeTicket();
    Page page = console();

    byId(page, "more-" + first).focus();
    page.keyboard().press("Enter");
    dialog(page, "more").locator("[data-asks='urgent']").press("Enter");
    byId(page, "reason").fill("Frist läuft heute ab");
    page.keyboard().press("Enter");
    assertThat(dialog(page, "urgent")).isHidden();
    assertThat(byId(page, "more-" + first)).isFocused();

    page.keyboard().press("Enter");
    dialog(page, "more").locator("[data-asks='park']").press("Enter");
    dialog(page, "park").locator("[data-minutes='30']").press("Enter");
    assertThat(byId(page, "more-" + first)).hasCount(0);
    assertThat(page.locator("[id='panel-line'] [id^='more-']:focus")).hasCount(1);

    byId(page, "do-offer").focus();
    page.keyboard().press("Enter");
    byId(page, "offerNow").press("Enter");
    assertThat(dialog(page, "offer")).isHidden();
    assertThat(byId(page, "do-offer")).isFocused();

    byId(page, "do-finish").focus();
    page.keyboard().press("Enter");
    byId(page, "finishNow").press("Enter");
    assertThat(dialog(page, "finish")).isHidden();
    assertThat(byId(page, "do-next")).isFocused();

    byId(page, "call-" + second).focus();
    page.keyboard().press("Enter");
    if (dialog(page, "call").isVisible()) {
      dialog(page, "call").locator("[data-command='call']").press("Enter");
    }
    assertThat(byId(page, "do-start")).isFocused();
  }

  @Test
  void afterABookingTheFocusIsAtTheButtonItCameFrom() {
    Page page = dayList();

    byId(page, "do-book").focus();
    page.keyboard().press("Enter");
    page.locator(".free-slot input").first().check();
    byId(page, "bookNow").press("Enter");
    assertThat(dialog(page, "slot")).isHidden();
    assertThat(byId(page, "do-book")).isFocused();

    Locator booked = page.locator("tr.marked");
    String code = booked.getAttribute("data-code");
    byId(page, "cancel-" + code).focus();
    page.keyboard().press("Enter");
    byId(page, "cancelNow").press("Enter");
    assertThat(dialog(page, "cancel")).isHidden();
    assertThat(page.locator("tr.CANCELLED[data-code='" + code + "']")).hasCount(1);
    assertThat(page.locator("main :focus")).hasCount(1);
  }

  @Test
  void aRefusalIsShownInTheDialogAndNoInputIsLost() {
    takeTicket();
    long waiting = takeTicket();
    Page page = console();
    long current = Long.parseLong(byId(page, "current").getAttribute("data-ticket"));

    byId(page, "more-" + waiting).click();
    dialog(page, "more").locator("[data-asks='urgent']").click();
    byId(page, "reason").fill("   ");
    byId(page, "urgentNow").click();
    assertRefused(page, "urgent", "Grund");
    assertThat(byId(page, "reason")).hasValue("   ");
    page.keyboard().press("Escape");

    byId(page, "do-transfer").click();
    byId(page, "transferNow").click();
    assertRefused(page, "transfer", "wohin");
    page.keyboard().press("Escape");

    byId(page, "do-finish").click();
    byId(page, "firstVisit").check();
    page.selectOption("[id='referral']", "HEALTH");
    colleague.act(current, "finish");
    byId(page, "finishNow").click();
    assertRefused(page, "finish", "nicht möglich");
    assertThat(byId(page, "firstVisit")).isChecked();
    assertThat(byId(page, "referral")).hasValue("HEALTH");
    page.keyboard().press("Escape");
    assertThat(page.locator(".notice.danger:visible")).hasCount(0);

    byId(page, "do-offer").click();
    assertThat(dialog(page, "offer").locator(".notice")).hasCount(0);
  }

  @Test
  void aLostRequestCanBeSentAgain() {
    takeTicket();
    long waiting = takeTicket();
    Page page = console();
    byId(page, "more-" + waiting).click();
    dialog(page, "more").locator("[data-asks='urgent']").click();
    byId(page, "reason").fill("Krise");

    page.route("**/console.xhtml*", route -> route.abort());
    byId(page, "urgentNow").click();
    assertRefused(page, "urgent", "antwortet nicht");
    assertThat(byId(page, "reason")).hasValue("Krise");

    page.unroute("**/console.xhtml*");
    assertThat(byId(page, "offline")).isHidden();
    byId(page, "urgentNow").click();
    assertThat(dialog(page, "urgent")).isHidden();
    assertThat(byId(page, "news")).containsText("ist dringend");
  }

  private static void assertRefused(Page page, String name, String words) {
    assertThat(dialog(page, name).locator("[role='alert'] .notice.danger")).containsText(words);
    assertThat(dialog(page, name)).isVisible();
  }
}

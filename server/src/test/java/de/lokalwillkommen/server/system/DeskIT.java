package de.lokalwillkommen.server.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Media;
import com.microsoft.playwright.options.SelectOption;
import com.microsoft.playwright.options.WaitUntilState;
import de.lokalwillkommen.server.system.Browsing.Screen;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Staff's work with appointments and with visitors who cannot wait. */
class DeskIT {

  private static final String OFFICE = "luetgendortmund";
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

  /** The number of tabs that are fully visible, with their count. */
  private static final String WHOLE_TABS =
      """
      () => [...document.querySelectorAll("[role=tab]")]
        .map((tab) => [tab, tab.querySelector(".count")].map((part) => part.getBoundingClientRect()))
        .filter((parts) => parts.every(({ width, left, right }) => width > 0 && left >= 0 && right <= innerWidth))
        .length
      """;

  /** Whether a control can be seen at its lower edge, with nothing above it. */
  private static final String IS_UNCOVERED =
      """
      (control) => {
        const { left, width, bottom } = control.getBoundingClientRect();
        return control.contains(document.elementFromPoint(left + width / 2, bottom - 3));
      }
      """;

  private final RunningServer server = RunningServer.shared();
  private final Api api = new Api(server);
  private final Browsing browsing = new Browsing();

  @AfterEach
  void cleanUp() {
    browsing.close();
  }

  private static Page.LocatorOptions withText(String text) {
    return new Page.LocatorOptions().setHasText(text);
  }

  /** Books the next free slot, at another counter. */
  private JsonObject bookNext(Api.Counsellor counsellor, String topic) {
    JsonArray slots = counsellor.slots(topic, "de").json().getJsonArray("slots");
    return counsellor.book(slots.getJsonObject(0).getString("id"), topic, "de").json();
  }

  private static String clock(JsonObject appointment) {
    return CLOCK.format(Instant.parse(appointment.getString("start")).atZone(BERLIN));
  }

  @Test
  void aCallerGetsAnAppointmentWhichIsThenFoundMovedAndCancelled() throws IOException {
    Page page = consoleWithAVisitor("housing", "en");

    page.keyboard().press("t");
    assertThat(page.locator("[id='ask-slot']")).isVisible();
    assertThat(page.locator("[id='topic']")).hasValue("housing");
    assertThat(page.locator("[id='language']")).hasValue("en");
    assertThat(page.locator(".free-slot")).hasCount(6);
    page.selectOption("[id='topic']", "work");
    page.selectOption("[id='language']", "ar");
    Locator first = page.locator(".free-slot").first();
    first.locator("input").check();
    Browsing.picture(page, "day-list-booking-de");
    page.locator("[id='bookNow']").click();

    assertThat(page.locator("[id='news']")).containsText("ist gebucht");
    assertThat(page.locator("[id='current']")).isVisible();
    Locator slip = page.locator("[id='news'] a[href^='slip.xhtml']");
    String bookedCode = slip.getAttribute("href").replaceAll(".*=", "");
    page.navigate(server.uri("/admin/day-list.xhtml?q=" + bookedCode).toString());
    Locator booked = page.locator("tr.marked");
    String code = booked.locator(".code").textContent();
    assertThat(booked).containsText("العربية");
    page.locator("[id='search']").fill(code.replace("-", "").toLowerCase(Locale.ROOT));
    assertThat(page.locator(".appointments tbody tr")).hasCount(1);
    assertThat(page.locator(".appointments tbody tr")).containsText(code);

    Download file = page.waitForDownload(() -> page.locator("[id='file']").click());
    assertThat(Files.readString(file.path()))
        .startsWith("\uFEFFTag;Von;Bis;Code;Thema;Sprache;Stand;Nummer\r\n")
        .contains(";" + code + ";Arbeit und Ausbildung;Arabisch;gebucht;");

    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(code + " verschieben"))
        .click();
    page.locator(".free-slot").nth(1).locator("input").check();
    page.locator("[id='moveNow']").click();
    assertThat(page.locator("[id='news']")).containsText(code + " ist verschoben");

    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(code + " absagen")).click();
    assertThat(page.locator("[id='ask-cancel']")).containsText(code);
    page.locator("[id='cancelNow']").click();
    assertThat(page.locator("tr.CANCELLED", withText(code))).containsText("abgesagt");
    assertThat(browsing.policyViolations()).isEmpty();
  }

  @Test
  void theOutcomeOfAVisitIsRecordedWhenItIsFinished() {
    api.signIn(OFFICE, 3).clearCounters();
    api.takeTicket(OFFICE, "letters", "de");
    api.takeTicket(OFFICE, "letters", "de");
    Page page = browsing.console(server, OFFICE, 3, "de");
    Locator news = page.locator("[id='news']");

    for (String referral : List.of("LANGUAGE_COURSE", "")) {
      page.keyboard().press("n");
      assertThat(page.locator("[id='current']")).hasAttribute("data-status", "CALLED");
      page.keyboard().press("a");
      assertThat(page.locator("[id='current']")).hasAttribute("data-status", "SERVING");
      page.keyboard().press("f");
      assertThat(page.locator("[id='ask-finish']")).isVisible();
      page.locator("[id='firstVisit']").check();
      page.selectOption("[id='referral']", referral);
      page.locator("[id='finishNow']").click();
      assertThat(news).containsText(Pattern.compile("A\\d{3} ist fertig"));
    }
    assertThat(browsing.policyViolations()).isEmpty();
  }

  @Test
  void aTransferShowsWhoWorksAtTheOtherCountersByThen() {
    Api.Counsellor colleague = api.signIn(OFFICE, 3);
    colleague.clearCounters();
    for (String language : List.of("de", "ar")) {
      colleague.signOut();
      api.takeTicket(OFFICE, "letters", "de");
      Page page = browsing.console(server, OFFICE, 1, language);
      Locator there =
          page.locator("[id='to'] option[value='COUNTER:%d']".formatted(colleague.counter()));
      page.keyboard().press("n");
      assertThat(page.locator("[id='current']")).hasAttribute("data-status", "CALLED");

      page.keyboard().press("w");
      assertThat(there).not().containsText("Beratung 3");
      page.locator("[data-close='transfer']").click();

      colleague = api.signIn(OFFICE, 3);
      page.keyboard().press("w");
      assertThat(there).containsText("Team Lütgendortmund – Beratung 3");
      page.selectOption("[id='to']", "COUNTER:" + colleague.counter());
      Browsing.picture(page, "console-transfer-" + language);
      page.keyboard().press("Enter");
      assertThat(page.locator("[id='ask-transfer']")).isHidden();
      assertThat(page.locator("[id='current']")).hasCount(0);
      colleague.clearCounters();
    }
    assertThat(browsing.policyViolations()).isEmpty();
  }

  /** A visitor who was called to counter 1 and is being served. */
  private Page consoleWithAVisitor(String topic, String language) {
    Api.Counsellor counsellor = api.signIn(OFFICE, 1);
    counsellor.clearCounters();
    String number = api.takeTicket(OFFICE, topic, language).json().getString("number");
    long ticket =
        counsellor.line().json().getJsonArray("waiting").getValuesAs(JsonObject.class).stream()
            .filter(row -> row.getString("number").equals(number))
            .mapToLong(row -> row.getJsonNumber("id").longValue())
            .findFirst()
            .orElseThrow();
    counsellor.act(ticket, "call");
    counsellor.act(ticket, "start");
    Page page = browsing.console(server, OFFICE, 1, "de");
    assertThat(page.locator("[id='current']")).hasAttribute("data-number", number);
    return page;
  }

  @Test
  void aTransferredVisitorIsTakenBackUntilTheOtherOfficeCalls() {
    Page page = consoleWithAVisitor("letters", "de");
    String number = page.locator("[id='current']").getAttribute("data-number");

    page.keyboard().press("w");
    page.selectOption("[id='to']", "OFFICE:eving");
    page.locator("[id='transferNow']").click();
    assertThat(page.locator("[id='news']")).containsText(number + " ist weitergegeben");
    page.reload();

    Locator away = page.locator(".due-list li", withText(number));
    assertThat(away).containsText("Eving");
    Browsing.picture(page, "console-handed-on-de");
    away.locator("button").click();
    assertThat(page.locator("[id='current']")).hasAttribute("data-number", number);
    assertThat(page.locator("[id='current']")).hasAttribute("data-status", "SERVING");
    assertThat(away).hasCount(0);
  }

  @Test
  void tabsCountsAndUndoAreInSightOnATabletAndEnlargedByHalf() {
    Page page = consoleWithAVisitor("letters", "de");
    page.keyboard().press("w");
    page.selectOption("[id='to']", "TOPIC:housing");
    page.locator("[id='transferNow']").click();
    Locator undo = page.locator("[id='news'] .undo");
    assertThat(undo).isVisible();

    for (int[] size : new int[][] {{1024, 768}, {960, 600}, {683, 512}}) {
      page.setViewportSize(size[0], size[1]);
      Browsing.picture(page, "console-" + size[0] + "-de");
      assertThat(undo).isInViewport();
      assertThat(page.evaluate(WHOLE_TABS)).isEqualTo(4);
    }
    undo.click();
    assertThat(page.locator("[id='current']")).hasAttribute("data-status", "SERVING");

    page.setViewportSize(960, 600);
    page.locator("[id='do-recall']").focus();
    for (String command : List.of("noShow", "park", "transfer", "putBack", "cancel", "next")) {
      page.keyboard().press("Tab");
      Locator button = page.locator("[id='do-" + command + "']");
      assertThat(button).isFocused();
      // the console may be rendered again at this moment
      await(command).pollInSameThread().until(() -> (Boolean) button.evaluate(IS_UNCOVERED));
    }
  }

  @Test
  void aVisitIsCorrectedHandedOnWithANoteAndFoundAgain() {
    Page page = consoleWithAVisitor("letters", "de");
    Locator current = page.locator("[id='current']");
    String number = current.getAttribute("data-number");

    page.locator("[id='do-topic']").press("Enter");
    Browsing.picture(page, "console-topic-de");
    page.locator("[id='ask-topic'] [data-topic='housing']").press("Enter");
    assertThat(current).hasAttribute("data-topic", "housing");
    page.locator("[id='do-persons']").press("Enter");
    page.fill("[id='ticketPersons']", "0");
    page.locator("[id='personsNow']").press("Enter");
    assertThat(page.locator("[id='ask-persons'] .refused")).containsText("1 bis 20");
    page.fill("[id='ticketPersons']", "4");
    page.locator("[id='personsNow']").press("Enter");
    assertThat(page.locator("[id='do-persons']")).containsText("4 Personen");

    page.keyboard().press("p");
    page.fill("[id='parkNote']", "Fragt nach dem Brief vom Amt");
    Browsing.picture(page, "console-note-de");
    page.locator("[id='ask-park'] [data-minutes='5']").press("Enter");
    assertThat(current).hasCount(0);
    assertThat(page.locator("body")).not().containsText("Brief vom Amt");
    page.locator("[id='tab-parked']").click();
    page.locator("[id='panel-parked'] tr", withText(number)).locator("[id^='call-']").click();
    assertThat(page.locator("[id='noteShown']")).containsText("Fragt nach dem Brief vom Amt");
    Browsing.picture(page, "console-note-shown-de");
    page.setViewportSize(1024, 768);
    Browsing.picture(page, "console-note-shown-1024-de");
    page.setViewportSize(1440, 900);
    page.keyboard().press("a");
    assertThat(current).hasAttribute("data-status", "SERVING");
    page.keyboard().press("f");
    page.locator("[id='finishNow']").press("Enter");
    assertThat(current).hasCount(0);

    page.keyboard().press("s");
    page.waitForURL("**/number.xhtml*");
    page.locator("[id='number']").fill(number.toLowerCase(Locale.ROOT));
    page.locator("[id='number']").press("Enter");
    assertThat(page.locator(".people-list")).containsText("Team Lütgendortmund – Beratung 1");
    assertThat(page.locator("main")).not().containsText("Brief vom Amt");
    page.locator("[id='topics-letters']").check();
    page.fill("[id='reason']", "falsch angekreuzt");
    Browsing.picture(page, "number-de");
    page.setViewportSize(1024, 768);
    Browsing.picture(page, "number-1024-de");
    page.locator("[id='correctNow']").press("Enter");
    assertThat(page.locator(".people-list")).containsText("falsch angekreuzt");
    assertThat(page.locator("main .notice.ok")).containsText("Die Auswertung ist geändert.");
    assertThat(browsing.policyViolations()).isEmpty();
  }

  @Test
  void anInformationAtTheDoorIsCountedAndTakenBackByKeyboard() {
    Page page = browsing.console(server, OFFICE, 2, "de");

    page.keyboard().press("i");
    page.selectOption("[id='countLanguage']", "ar");
    Browsing.picture(page, "console-count-de");
    page.locator("[id='ask-count'] [data-topic='housing']").press("Enter");
    assertThat(page.locator("[id='news']")).containsText("Auskunft gezählt");
    Browsing.picture(page, "console-counted-de");
    page.keyboard().press("u");
    assertThat(page.locator("[id='news']")).containsText("Die Auskunft zählt nicht");
    assertThat(browsing.policyViolations()).isEmpty();
  }

  /** Counts the keys: the steady cycle takes three, handing on three, a missed person back two. */
  @Test
  void theUsualStepsTakeFewKeys() {
    Page page = consoleWithAVisitor("letters", "de");
    Locator current = page.locator("[id='current']");
    String served = current.getAttribute("data-number");
    api.takeTicket(OFFICE, "letters", "de");

    page.keyboard().press("n");
    assertThat(page.locator("[id='ask-busy']")).isVisible();
    page.keyboard().press("Enter");
    assertThat(current).not().hasAttribute("data-number", served);
    assertThat(current).hasAttribute("data-status", "CALLED");
    page.keyboard().press("a");
    assertThat(current).hasAttribute("data-status", "SERVING");

    page.keyboard().press("w");
    assertThat(page.locator("[id='to']")).isFocused();
    assertThat(page.locator("[id='to'] option").nth(1)).isAttached();
    page.keyboard().press("ArrowDown");
    page.keyboard().press("Enter");
    assertThat(current).hasCount(0);

    page.keyboard().press("n");
    assertThat(current).hasAttribute("data-status", "CALLED");
    page.keyboard().press("x");
    assertThat(current).hasCount(0);
    page.keyboard().press("u");
    assertThat(current).hasAttribute("data-status", "CALLED");
    api.signIn(OFFICE, 2).clearCounters();
  }

  @Test
  void aClosedOfficeIsMarkedAndATransferThereNeedsConfirmation() {
    Page page = consoleWithAVisitor("letters", "de");
    String number = page.locator("[id='current']").getAttribute("data-number");

    page.keyboard().press("w");
    Locator outpost = page.locator("[id='to'] option[value='OFFICE:dorstfeld']");
    assertThat(outpost).hasText(Pattern.compile("Dorstfeld · .+"));
    page.selectOption("[id='to']", "OFFICE:dorstfeld");
    page.locator("[id='transferNow']").click();

    assertThat(page.locator("[id='ask-transfer'] .notice.danger")).containsText("Dorstfeld");
    assertThat(page.locator("[id='to']")).hasValue("OFFICE:dorstfeld");
    Browsing.picture(page, "console-transfer-closed-de");
    page.keyboard().press("Escape");
    assertThat(page.locator("[id='current']")).hasAttribute("data-number", number);
  }

  @Test
  void aButtonThatIsRedrawnWhileTheMouseIsDownIsPressedAllTheSame() {
    Page page = consoleWithAVisitor("letters", "de");
    Locator language = page.locator("[id='do-language']");
    language.hover();
    page.mouse().down();
    language.evaluate("button => { button.isEarlier = true; }");

    api.takeTicket(OFFICE, "letters", "de");
    page.waitForFunction("() => !document.getElementById('do-language').isEarlier");
    page.mouse().up();

    assertThat(page.locator("[id='ticketLanguage']")).isVisible();
    api.signIn(OFFICE, 1).clearCounters();
  }

  @Test
  void theLanguageOfAVisitorIsCorrectedAndTheNextNumberBeginsInGermanAgain() {
    Page page = consoleWithAVisitor("letters", "de");

    page.locator("[id='do-language']").click();
    assertThat(page.locator("[id='ticketLanguage']")).hasValue("de");
    page.selectOption(
        "[id='ticketLanguage']", new SelectOption().setLabel("Arabisch · \u2068العربية\u2069"));
    page.locator("[id='languageNow']").click();
    assertThat(page.locator("[id='do-language']")).containsText("Arabisch العربية");
    assertThat(page.locator("[id='do-language']")).isFocused();

    page.keyboard().press("g");
    page.selectOption("[id='issueLanguage']", "fa");
    page.locator("[id='ask-issue'] [data-topic='letters']").click();
    assertThat(page.locator("[id='news']")).containsText("ist ausgegeben");
    page.keyboard().press("g");
    assertThat(page.locator("[id='issueLanguage']")).hasValue("de");
  }

  @Test
  void aNumberWhoseAnswerWasLostIsNotGivenTwice() {
    Page page = browsing.console(server, OFFICE, 2, "de");
    page.keyboard().press("g");
    Locator topic = page.locator("[id='ask-issue'] [data-topic='letters']");
    page.route(
        "**/console.xhtml*",
        request -> {
          request.fetch();
          request.abort();
        });
    topic.click();
    assertThat(page.locator("[id='ask-issue'] .refused"))
        .containsText("nicht sicher, ob Ihre letzte Eingabe");
    int waiting = api.signIn(OFFICE, 1).line().json().getJsonArray("waiting").size();
    page.unroute("**/console.xhtml*");
    assertThat(page.locator("[id='offline']")).isHidden();

    topic.click();

    assertThat(page.locator("[id='news']")).containsText("ist ausgegeben");
    assertThat(api.signIn(OFFICE, 1).line().json().getJsonArray("waiting")).hasSize(waiting);
  }

  @Test
  void aDayThatFallsOutIsOneWorkingListAndIsCancelledAtOnce() {
    Api.Counsellor counsellor = api.signIn(OFFICE, 2);
    LocalDate day = api.today().plusDays(20);
    String onThatDay = "work&from=" + day + "&to=" + day;
    List<JsonObject> booked =
        counsellor.slots(onThatDay, "de").json().getJsonArray("slots").stream()
            .limit(6)
            .map(slot -> slot.asJsonObject().getString("id"))
            .map(slot -> counsellor.book(slot, "work", "de").json())
            .toList();
    assertThat(booked).hasSize(6);
    Page page = browsing.console(server, OFFICE, 1, "de");
    page.navigate(server.uri("/admin/day-list.xhtml?day=" + day).toString());
    page.locator("[id='do-cancelAll']").click();
    page.locator("[id='closing'] a").click();

    assertThat(page.locator("[id='firstDay']")).hasValue(day.toString());
    page.fill("[id='reason']", "Wasserschaden");
    page.locator("[id='saveClosing']").press("Enter");
    assertThat(page.locator("[id='orphans']")).isFocused();
    assertThat(page.locator("[id='orphans'] .booked")).containsText("6 Termine");
    page.locator("[id='saveClosing']").press("Enter");
    Browsing.picture(page, "availability-closed-booked-de");
    Page list =
        page.context()
            .waitForPage(
                () ->
                    page.locator(".availability-lines .booked", withText("6 Termine"))
                        .first()
                        .click());

    assertThat(list.locator(".closed-day")).hasText("Geschlossen: Wasserschaden");
    list.locator("[id='do-cancelAll']").press("Enter");
    list.locator("[id='ask-cancelAll']").waitFor();
    assertThat(list.locator("[id='closing'] .notice")).hasCount(0);
    list.locator("[id='cancelAllNow']").press("Enter");
    assertThat(list.locator("[id='news']")).containsText("6 Termine sind abgesagt");
    assertThat(list.locator("tr.CANCELLED")).hasCount(6);
    assertThat(list.locator("[id='do-cancelAll']")).hasCount(0);
    assertThat(list.locator("main :focus")).hasCount(1);
    page.reload();
    assertThat(page.locator(".availability-lines .booked")).hasCount(0);

    page.locator(".availability-lines a", withText("Wasserschaden")).click();
    page.locator("[id='reopen']").press("Enter");
    assertThat(page.locator(".availability-says [role=status]")).isVisible();
    assertThat(browsing.policyViolations()).isEmpty();
  }

  /** Opens a page whose scripts wait at one of them; the held request lets them go on. */
  private List<Route> openWithout(String script, Page page, String path) {
    List<Route> held = new ArrayList<>();
    page.route("**/js/" + script, held::add);
    page.navigate(
        server.uri(path).toString(),
        new Page.NavigateOptions().setWaitUntil(WaitUntilState.COMMIT));
    return held;
  }

  @Test
  void aPressBeforeTheScriptsArriveIsDoneWhenTheyAreThere() {
    Page page = browsing.console(server, OFFICE, 3, "de");

    List<Route> held = openWithout("day-list.js", page, "/admin/day-list.xhtml");
    page.locator("[id='do-book']").click();
    assertThat(page.locator("[id='ask-slot']")).isHidden();
    held.forEach(Route::resume);
    assertThat(page.locator("[id='ask-slot']")).isVisible();

    held = openWithout("console.js", page, "/admin/console.xhtml");
    page.locator("[id='presence-AVAILABLE']").waitFor();
    page.keyboard().press("b");
    assertThat(page.locator("[id='ask-offer']")).isHidden();
    held.forEach(Route::resume);
    assertThat(page.locator("[id='ask-offer']")).isVisible();
  }

  @Test
  void aChoiceBeforeTheScriptsArriveCountsWhenTheyAreThere() {
    Page page = browsing.blank(Screen.CONSOLE);

    List<Route> held = openWithout("staff-page.js", page, "/admin/sign-in.xhtml?lang=de");
    page.selectOption("[id='office']", OFFICE);
    Locator counter = page.locator("[id='counter'] option[value='2']");
    assertThat(counter).hasCount(0);
    held.forEach(Route::resume);

    assertThat(counter).hasCount(1);
  }

  @Test
  void theDayThatAQuestionNamesIsTheOneThatIsCancelled() {
    Api.Counsellor counsellor = api.signIn(OFFICE, 2);
    JsonObject other = bookNext(counsellor, "housing");
    LocalDate day = api.today().plusDays(21);
    String onThatDay = "work&from=" + day + "&to=" + day;
    JsonArray slots = counsellor.slots(onThatDay, "de").json().getJsonArray("slots");
    counsellor.book(slots.getJsonObject(0).getString("id"), "work", "de");
    Page page = browsing.console(server, OFFICE, 3, "de");
    page.navigate(server.uri("/admin/day-list.xhtml?day=" + day).toString());

    page.locator("[id='do-cancelAll']").click();
    // a search that was typed just before shows another day behind the question
    page.locator("[id='search']")
        .evaluate(
            "(search, code) => { search.value = code; search.dispatchEvent(new Event('input')); }",
            other.getString("code"));
    assertThat(page.locator("[id='goTo']")).not().hasValue(day.toString());
    page.locator("[id='cancelAllNow']").click();

    assertThat(page.locator("[id='news']")).containsText("Ein Termin ist abgesagt");
    assertThat(page.locator("tr[data-code='" + other.getString("code") + "']"))
        .containsText("gebucht");
  }

  @Test
  void languagesAndStatesAreFoundByTheirGermanNames() {
    Api.Counsellor counsellor = api.signIn(OFFICE, 2);
    JsonArray slots = counsellor.slots("housing", "ar").json().getJsonArray("slots");
    JsonObject appointment =
        counsellor.book(slots.getJsonObject(0).getString("id"), "housing", "ar").json();
    String code = appointment.getString("code");
    LocalDate day = Instant.parse(appointment.getString("start")).atZone(BERLIN).toLocalDate();
    Page page = browsing.console(server, OFFICE, 3, "de");
    page.navigate(server.uri("/admin/day-list.xhtml?day=" + day).toString());
    Locator row = page.locator("tr[data-code='" + code + "']");

    for (String search : List.of("arabisch", "gebucht")) {
      page.locator("[id='search']").fill(search);
      assertThat(page.locator(".appointments tr.CANCELLED")).hasCount(0);
      assertThat(row).containsText("Arabisch العربية");
    }
    counsellor.appointment("DELETE", code, "");
    page.locator("[id='search']").fill("abgesagt");
    assertThat(row).isVisible();
    assertThat(page.locator("[id='spoken'][role='status']"))
        .hasText(Pattern.compile("(Ein|\\d+) Termine? gefunden"));
    assertThat(page.locator(".appointments tr.BOOKED")).hasCount(0);
  }

  @Test
  void theSignInShowsWhoIsAtEachCounter() {
    api.signIn(OFFICE, 2);
    Page page = browsing.open(Screen.CONSOLE, server, "/admin/sign-in.xhtml?lang=de");
    page.selectOption("[id='office']", OFFICE);
    Locator second = page.locator("[id='counter'] option[value='2']");
    assertThat(second).hasText(Pattern.compile(".+ · besetzt"));
    assertThat(page.locator("[id='counter']")).hasValue("");

    page.fill("[id='login']", OFFICE + "-1");
    page.fill("[id='password']", "demo");
    page.locator("[id='password']").press("Enter");
    assertThat(page.locator(".notice.danger")).containsText("Platz wählen");
    assertThat(page.locator("[id='office']")).hasValue(OFFICE);
    assertThat(page.locator("[id='login']")).hasValue(OFFICE + "-1");

    page.selectOption("[id='counter']", "2");
    assertThat(page.locator("[id='tandem']")).containsText("zu zweit");
    Browsing.picture(page, "sign-in-tandem-de");
    page.selectOption("[id='counter']", "-");
    assertThat(page.locator("[id='tandem']")).not().containsText("zu zweit");
    page.fill("[id='password']", "demo");
    page.locator("[id='password']").press("Enter");
    assertThat(page.locator("[id='toCounter']")).isVisible();
  }

  @Test
  void aMissedVisitorIsCalledInTwoStepsAndTheCallerIsAvailable() {
    Page page = consoleWithAVisitor("letters", "de");
    page.keyboard().press("z");
    assertThat(page.locator("[id='current']")).hasCount(0);
    page.locator("[id='presence-BREAK']").click();
    assertThat(page.locator("[id='presence-BREAK']")).hasAttribute("aria-pressed", "true");

    page.keyboard().press("n");
    assertThat(page.locator("[id='current']")).hasAttribute("data-status", "CALLED");
    assertThat(page.locator("[id='presence-AVAILABLE']")).hasAttribute("aria-pressed", "true");
    String ticket = page.locator("[id='current']").getAttribute("data-ticket");
    for (int recall = 1; recall <= 3; recall++) {
      page.keyboard().press("r");
      assertThat(page.locator(".tags")).containsText("erneut gerufen");
      assertThat(page.locator(".tags")).containsText(recall == 1 ? "einmal" : recall + "-mal");
    }
    assertThat(page.locator("[id='do-recall']")).hasAttribute("aria-disabled", "true");
    page.keyboard().press("r");
    assertThat(page.locator("[id='spoken'][role='status']"))
        .hasText("Noch einmal: geht gerade nicht");

    page.keyboard().press("x");
    assertThat(page.locator("[id='current']")).hasCount(0);
    page.locator("[id='tab-missed']").click();
    page.locator("[id='panel-missed'] [id='call-" + ticket + "']").click();
    assertThat(page.locator("[id='current']")).hasAttribute("data-ticket", ticket);
    api.signIn(OFFICE, 2).clearCounters();
  }

  @Test
  void anExpectedVisitorIsShownBesideTheLineAndInItOnceThere() {
    Api.Counsellor colleague = api.signIn(OFFICE, 2);
    Page console = browsing.console(server, OFFICE, 1, "de");

    JsonObject appointment = bookNext(colleague, "housing");
    LocalDate day = Instant.parse(appointment.getString("start")).atZone(BERLIN).toLocalDate();
    assertThat(day).isEqualTo(api.today());
    Locator expected = console.locator("[id='here-" + appointment.getString("code") + "']");
    assertThat(expected).isVisible();
    Browsing.picture(console, "console-due-de");
    expected.focus();
    console.keyboard().press("Enter");

    Locator news = console.locator("[id='news']");
    assertThat(news).containsText(Pattern.compile("Ist da: Nummer T\\d{3}"));
    String number = news.textContent().replaceAll("(?s).*(T\\d{3}).*", "$1");
    assertThat(console.locator("[id='panel-line'] tr", withText(number)))
        .containsText("Termin " + clock(appointment) + ", pünktlich");
    assertThat(expected).hasCount(0);
    assertThat(
            colleague.line().json().getJsonArray("waiting").getValuesAs(JsonObject.class).stream()
                .filter(row -> row.getString("number").equals(number))
                .map(row -> row.getString("reason")))
        .containsExactly("Termin " + clock(appointment) + ", pünktlich");
  }

  @Test
  void anUrgentVisitorGoesFirstForAReasonThatAllRead() {
    Api.Counsellor colleague = api.signIn(OFFICE, 2);
    String before = api.takeTicket(OFFICE, "letters", "de").json().getString("number");
    String urgent = api.takeTicket(OFFICE, "letters", "de").json().getString("number");
    Page console = browsing.console(server, OFFICE, 1, "de");
    Locator rows = console.locator("[id='panel-line'] tbody tr");

    console
        .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Mehr zu " + urgent))
        .focus();
    console.keyboard().press("Enter");
    assertThat(console.locator("[id='ask-more']")).containsText(urgent);
    Browsing.picture(console, "console-more-de");
    console.keyboard().press("Enter");
    assertThat(console.locator("[id='reason']")).isFocused();
    console.keyboard().press("Enter");
    assertThat(console.locator("[id='ask-urgent'] .refused")).containsText("Grund");
    assertThat(console.locator("[id='reason']")).hasAttribute("aria-invalid", "true");
    assertThat(console.locator("[id='reason']")).isFocused();
    console.keyboard().type("Frist läuft heute ab");
    assertThat(console.locator("[aria-invalid=true]")).hasCount(0);
    Browsing.picture(console, "console-urgent-de");
    console.keyboard().press("Enter");

    assertThat(console.locator("[id='panel-line'] tr", withText(urgent)))
        .containsText("dringend: Frist läuft heute ab");
    List<String> order = rows.locator(".ticket-number").allTextContents();
    assertThat(order.indexOf(urgent)).isLessThan(order.indexOf(before));
    assertThat(console.locator("[id='news']")).containsText(urgent + " ist dringend");
    Browsing.picture(console, "console-reasons-de");
    assertThat(colleague.line().json().getJsonArray("waiting").toString())
        .contains("dringend: Frist läuft heute ab");
  }

  @Test
  void otherOfficesAppointmentsAreUnknown() {
    Api.Counsellor west = api.signIn("innenstadt-west", 2);
    JsonObject elsewhere = bookNext(west, "housing");
    west.signOut();
    Page page = browsing.console(server, OFFICE, 3, "de");
    String slip = "/admin/slip.xhtml?code=" + elsewhere.getString("code");

    assertThat(page.navigate(server.uri(slip).toString()).status()).isEqualTo(404);
  }

  @Test
  void aSlipSpeaksTheVisitorsLanguage() {
    Api.Counsellor counsellor = api.signIn(OFFICE, 2);
    JsonArray slots = counsellor.slots("housing", "ar").json().getJsonArray("slots");
    JsonObject appointment =
        counsellor.book(slots.getJsonObject(0).getString("id"), "housing", "ar").json();
    Page page = browsing.console(server, OFFICE, 3, "de");

    page.navigate(server.uri("/admin/slip.xhtml?code=" + appointment.getString("code")).toString());

    assertThat(page.locator("html")).hasAttribute("dir", "rtl");
    assertThat(page.locator(".slip-code")).containsText(appointment.getString("code").substring(4));
    assertThat(page.locator("[id='print']")).hasText("Drucken");
    assertThat(page.locator(".slip-qr path")).hasAttribute("d", Pattern.compile("M4 4h7.+"));
    Browsing.picture(page, "slip-ar");
  }

  @Test
  void aSlipAndTheListOfADayComeOutOnPaper() {
    String code = bookNext(api.signIn(OFFICE, 2), "housing").getString("code");
    Page page = browsing.console(server, OFFICE, 3, "de");
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));

    page.navigate(server.uri("/admin/slip.xhtml?code=" + code).toString());
    assertThat(page.locator(".slip-code")).isVisible();
    assertThat(page.locator(".slip-qr")).isVisible();
    assertThat(page.locator("[id='print']")).isHidden();
    Browsing.picture(page, "slip-paper-de");

    page.navigate(server.uri("/admin/day-list.xhtml?q=" + code).toString());
    assertThat(page.locator("tr.marked")).isVisible();
    assertThat(page.locator("[id='search']")).isHidden();
    Browsing.picture(page, "day-list-paper-de");
  }

  @Test
  void aCodeIsFoundOnWhateverDayItIs() {
    JsonObject appointment = bookNext(api.signIn(OFFICE, 2), "housing");
    LocalDate day = Instant.parse(appointment.getString("start")).atZone(BERLIN).toLocalDate();
    String code = appointment.getString("code");
    Page page = browsing.console(server, OFFICE, 3, "de");
    page.navigate(server.uri("/admin/day-list.xhtml?day=" + day.plusDays(40)).toString());

    page.locator("[id='search']").fill(code.toLowerCase(Locale.ROOT));
    assertThat(page.locator("tr.marked .code")).containsText(code.substring(4));
    assertThat(page.locator("[id='goTo']")).hasValue(day.toString());

    page.locator("[id='search']").fill("2222-2222");
    assertThat(page.locator(".empty-title")).hasText(Pattern.compile("Zu diesem Code .*"));
    assertThat(page.locator("[id='goTo']")).hasValue(day.toString());
  }

  /** Counts the clicks of a person. */
  private static final class Hand {

    private int clicks;

    void click(Locator target) {
      clicks++;
      target.click();
    }
  }

  private void open(Page page, String path) {
    page.navigate(server.uri("/admin/" + path).toString());
  }

  /** Hours for many appointments on each working day from that day on, entered once. */
  private void arrangeHours(Page page, LocalDate day) {
    open(page, "availability?office=" + OFFICE + "&show=hours&week=" + day + "&day=" + day);
    page.selectOption("[id='weekday']", "1-5");
    page.fill("[id='from']", "08:00");
    page.fill("[id='until']", "18:00");
    page.fill("[id='desks']", "4");
    page.fill("[id='validFrom']", day.toString());
    page.locator("[id='saveHours']").click();
    assertThat(page.locator(".availability-says [role=status]"))
        .containsText("von Montag bis Freitag");
  }

  private void close(Page page, LocalDate day) {
    open(page, "availability?office=" + OFFICE + "&show=closing&week=" + day + "&day=" + day);
    page.fill("[id='reason']", "Wasserschaden");
    page.locator("[id='saveClosing']").press("Enter");
    assertThat(page.locator("[id='orphans']")).isFocused();
    page.locator("[id='saveClosing']").press("Enter");
    assertThat(page.locator(".availability-says [role=status]")).isVisible();
  }

  /** Books on a day, each third time in Arabic. */
  private void bookMany(Api.Counsellor counsellor, LocalDate day, int count) {
    String onThatDay = "work&limit=500&from=" + day + "&to=" + day;
    int booked = 0;
    while (booked < count) {
      JsonArray slots = counsellor.slots(onThatDay, "de").json().getJsonArray("slots");
      assertThat(slots).as("free slots after " + booked).isNotEmpty();
      for (JsonObject slot : slots.getValuesAs(JsonObject.class)) {
        if (booked < count) {
          String language = booked % 3 == 0 ? "ar" : "de";
          Api.Answer answer = counsellor.book(slot.getString("id"), "work", language);
          assertThat(answer.status()).as(answer.body()).isEqualTo(201);
          booked++;
        }
      }
    }
  }

  @Test
  void theAppointmentsOfAClosedDayMoveInFiveClicksAndTheirLettersArePrinted() {
    LocalDate day = api.today().plusDays(11).with(TemporalAdjusters.nextOrSame(DayOfWeek.TUESDAY));
    Page page = browsing.console(server, OFFICE, 1, "de");
    arrangeHours(page, day);
    open(page, "day-list.xhtml?day=" + day);
    int there = page.locator("tr.BOOKED").count();
    bookMany(api.signIn(OFFICE, 2), day, 43 - there);
    close(page, day);
    open(page, "day-list.xhtml?day=" + day);
    assertThat(page.locator("tr.BOOKED")).hasCount(43);

    Hand hand = new Hand();
    hand.click(page.locator("[id='workingList']"));
    assertThat(page.locator("input[name=pick]:checked")).hasCount(43);
    Browsing.picture(page, "working-list-closed-de");
    hand.click(page.locator("[id='readMoves']"));
    assertThat(page.locator(".working-sample[dir=rtl]")).hasCount(1);
    Browsing.picture(page, "working-list-letters-de");
    hand.click(page.locator("[id='moveAll']"));
    assertThat(page.locator("[id='result']")).containsText("43 Termine sind verschoben");
    Browsing.picture(page, "working-list-done-de");
    Page letters =
        page.context().waitForPage(() -> hand.click(page.locator("[id='result'] [id='letters']")));

    assertThat(hand.clicks).isLessThanOrEqualTo(5);
    assertThat(letters.locator(".letter")).hasCount(43);
    assertThat(letters.locator(".letter[dir=rtl]").first()).isVisible();
    assertThat(letters.locator(".letter[dir=ltr]").first()).containsText("verschoben");
    letters.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
    Browsing.picture(letters, "letters-paper");
    open(page, "day-list.xhtml?day=" + day);
    assertThat(page.locator("tr.BOOKED")).hasCount(0);
    assertThat(browsing.policyViolations()).isEmpty();
  }

  @Test
  void anAppointmentThatWasMovedMeanwhileStaysAndThePageSaysSo() {
    LocalDate day = api.today().plusDays(5).with(TemporalAdjusters.nextOrSame(DayOfWeek.TUESDAY));
    Api.Counsellor counsellor = api.signIn(OFFICE, 2);
    bookMany(counsellor, day, 2);
    Page page = browsing.console(server, OFFICE, 1, "de");
    open(page, "working-list?day=" + day + "&show=all");
    page.locator("[id='allPicks']").click();
    assertThat(page.locator("input[name=pick]:checked")).hasCount(0);
    page.locator("[id='readMoves']").click();
    assertThat(page.locator("[id='errors']")).containsText("mindestens einen Termin");

    String code = page.locator("tr[data-code]").first().getAttribute("data-code");
    page.locator("[id='allPicks']").click();
    page.locator("[id='pick-" + code + "']").check();
    page.locator("[id='readCancellations']").click();
    assertThat(page.locator("[id='cancelAll']")).isVisible();
    JsonArray slots = counsellor.slots("work", "de").json().getJsonArray("slots");
    String slot = slots.getJsonObject(0).getString("id");
    Api.Answer moved = counsellor.appointment("PUT", code + "/slot", "{\"slot\":\"" + slot + "\"}");
    assertThat(moved.status()).as(moved.body()).isEqualTo(200);
    page.locator("[id='cancelAll']").click();

    assertThat(page.locator("[id='failures'] li")).hasCount(1);
    assertThat(page.locator("[id='failures']")).containsText("inzwischen verschoben");
  }

  @Test
  void theWeekShowsFreeBesideBookedAndFitsOnATablet() {
    Page page = browsing.console(server, OFFICE, 3, "de");
    page.navigate(server.uri("/admin/week?topic=work&week=" + api.today().plusDays(7)).toString());
    page.locator(".week-grid .free").first().waitFor();
    Browsing.picture(page, "week-de");
    page.setViewportSize(1024, 768);
    assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
        .isTrue();
    assertThat(
            (Boolean)
                page.evaluate(
                    "(m => m.scrollWidth <= m.clientWidth)(document.querySelector('main'))"))
        .isTrue();
    Browsing.picture(page, "week-tablet-de");

    page.locator(".week-grid .free").first().press("Enter");
    assertThat(page.locator("[id='bookForm'] h2")).containsText("Termin buchen");
    page.locator("[id='bookNow']").press("Enter");
    assertThat(page.locator("main .notice.ok")).containsText("Gebucht. Der Code ist");
    assertThat(page.locator(".week-grid .booked").first()).isVisible();
    assertThat(browsing.policyViolations()).isEmpty();
  }

  @Test
  void aPersonOnThePhoneIsPutOnTheWaitlistAndTakenOff() {
    Page page = browsing.console(server, OFFICE, 3, "de");
    page.navigate(server.uri("/admin/waitlist").toString());
    page.selectOption("[id='topic']", "work");
    page.selectOption("[id='language']", "uk");
    page.selectOption("[id='part']", "MORNING");
    page.locator("[id='add']").press("Enter");
    String said = page.locator("main .notice.ok").textContent();
    String code = said.replaceAll(".*ist ([A-Z0-9]{4}).?([A-Z0-9]{4}).*", "$1$2").strip();
    Locator row = page.locator("tr[data-code='" + code + "']");
    assertThat(row).containsText("Ukrainisch");
    assertThat(row).containsText("vormittags");
    Browsing.picture(page, "waitlist-de");

    row.locator("[name=remove]").press("Enter");
    assertThat(page.locator("main .notice.ok")).containsText("gestrichen");
    assertThat(row).hasCount(0);
    assertThat(browsing.policyViolations()).isEmpty();
  }

  @Test
  void anAppointmentOfAnotherOfficeIsMovedHereByItsCode() {
    Api.Counsellor west = api.signIn("innenstadt-west", 2);
    JsonObject elsewhere = bookNext(west, "work");
    west.signOut();
    Page page = browsing.console(server, OFFICE, 3, "de");
    page.navigate(server.uri("/admin/day-list.xhtml").toString());
    page.locator("[id='search']").fill(elsewhere.getString("code"));

    assertThat(page.locator("[id='elsewhere']")).containsText("Innenstadt-West");
    Browsing.picture(page, "day-list-elsewhere-de");
    page.locator("[id='moveHere']").press("Enter");
    page.locator(".free-slot").first().click();
    page.locator("[id='moveNow']").press("Enter");
    assertThat(page.locator("[id='news']")).containsText("verschoben");
    assertThat(page.locator("tr.marked .code"))
        .containsText(elsewhere.getString("code").substring(4));
  }
}

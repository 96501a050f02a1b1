package de.lokalwillkommen.server.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.ViewportSize;
import de.lokalwillkommen.server.system.Browsing.Screen;
import jakarta.json.JsonObject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Offices are founded, changed and closed in the browser, and all screens follow at once. */
class OfficesIT {

  private static final String OUTPOST = "probestelle";
  private static final String OFFICER = "Frau Amt, 0231 500, datenschutz@example.org";

  private final RunningServer server = RunningServer.shared();
  private final Api api = new Api(server);
  private final Browsing browsing = new Browsing();

  @AfterEach
  void close() {
    browsing.close();
  }

  private String office(String id, String part) {
    return server.uri("/admin/office?office=" + id + "&show=" + part).toString();
  }

  private static void save(Page page, String button) {
    page.locator("[id='" + button + "']").press("Enter");
    assertThat(page.locator("main .notice.ok")).containsText("ab sofort");
  }

  /** How long a screen takes to show what has been saved just now. */
  private static void assertFollows(String what, Runnable shown) {
    Instant saved = Instant.now();
    shown.run();
    System.out.println(
        what + " after " + Duration.between(saved, Instant.now()).toMillis() + " ms");
  }

  @Test
  void anOutpostWorksFromItsFoundingToItsEndWithoutARestartOrAReload() {
    Page page = browsing.administration(server, "de");
    page.navigate(server.uri("/admin/offices").toString());
    page.locator("[id='newOffice']").click();
    page.selectOption("[id='begin']", "OUTPOST");
    page.fill("[id='name']", "Probestelle");
    page.fill("[id='address']", "Am Markt 1");
    Browsing.picture(page, "outpost-new-de");
    page.locator("[id='found']").press("Enter");
    assertThat(page.locator("main .notice.ok")).containsText("Das Büro ist angelegt");
    assertThat(page.locator(".day input:checked")).hasCount(1);

    Page kiosk = browsing.open(Screen.KIOSK, server, "/kiosk/" + OUTPOST + "?lang=de");
    Page board = browsing.open(Screen.DISPLAY, server, "/display/" + OUTPOST + "?lang=de");
    assertThat(kiosk.locator(".reason h2")).hasText("Hier ist gerade geschlossen.");
    assertThat(board.locator(".board")).hasAttribute("data-view", "closed");
    kiosk.evaluate("() => { window.since = 'opened'; }");
    board.evaluate("() => { window.since = 'opened'; }");

    openNow(page);
    assertFollows(
        "hours on the kiosk",
        () -> assertThat(kiosk.locator("button[name=topic]").first()).isVisible());
    assertFollows(
        "hours on the board",
        () -> assertThat(board.locator(".board")).hasAttribute("data-view", "welcome"));

    page.navigate(office(OUTPOST, "data"));
    page.fill("[id='name']", "Probestelle Nord");
    page.locator("[id='language-en']").uncheck();
    page.fill("[id='place-ar']", "1");
    page.fill("[id='place-de']", "2");
    save(page, "saveData");
    assertFollows(
        "name on the kiosk",
        () -> assertThat(kiosk.locator(".brand-place")).hasText("Probestelle Nord"));
    assertFollows(
        "name on the board",
        () -> assertThat(board.locator(".office")).hasText("Probestelle Nord"));

    assertThat(kiosk.locator(".language")).hasText(new String[] {"العربية", "Deutsch"});

    String token = topicsAreGivenUpOnlyWhenThatIsConfirmed(page, kiosk);
    assertThat(api.delete("/kiosk/api/v1/tickets/" + token).status()).isEqualTo(204);

    closeForGood(page, kiosk, board);
    assertThat(kiosk.evaluate("() => window.since")).isEqualTo("opened");
    assertThat(board.evaluate("() => window.since")).isEqualTo("opened");
    assertThat(browsing.policyViolations()).isEmpty();
  }

  @Test
  void theInstallationNamesItselfOnRunningKiosksAndBoards() throws IOException {
    Page page = browsing.administration(server, "de");
    Page kiosk = browsing.open(Screen.KIOSK, server, "/kiosk/hoerde?lang=de");
    Page board = browsing.open(Screen.DISPLAY, server, "/display/hoerde?lang=de&distance=0");
    kiosk.evaluate("() => { window.since = 'opened'; }");
    board.evaluate("() => { window.since = 'opened'; }");

    name(page, "Beratung <b>Mitte</b>", "https://example.org/impressum", true);
    assertFollows(
        "name of the installation on the kiosk",
        () ->
            assertThat(kiosk.locator(".brand-words > span").first())
                .hasText("Beratung <b>Mitte</b>"));
    assertFollows(
        "name of the installation on the board",
        () -> assertThat(board.locator(".brand-name")).hasText("Beratung <b>Mitte</b>"));
    assertThat(board.locator(".eu-funded")).isVisible();
    kiosk.locator("[id='about']").click();
    assertThat(kiosk.locator(".legal-address")).hasText("https://example.org/impressum");
    assertThat(kiosk.locator("main a[href^='http']")).hasCount(0);
    assertThat(kiosk.locator(".notice-officer")).hasText(OFFICER);
    assertThat(kiosk.locator(".notice-joint")).hasCount(0);
    kiosk.locator(".actions .done").click();

    uploadLogo(page);
    assertFollows("logo on the board", () -> assertThat(board.locator(".brand-logo")).isVisible());
    assertThat(board.locator(".brand-logo")).hasJSProperty("naturalWidth", 40);
    assertFollows("logo on the kiosk", () -> assertThat(kiosk.locator(".brand-logo")).isVisible());

    page.locator("[id='removeLogo']").press("Enter");
    assertThat(page.locator("[id='removeLogo']")).hasCount(0);
    name(page, "lokal willkommen", "", false);
    assertThat(kiosk.locator(".house .eu-funded")).hasCount(0);
    assertThat(kiosk.evaluate("() => window.since")).isEqualTo("opened");
    assertThat(board.evaluate("() => window.since")).isEqualTo("opened");
    assertThat(browsing.policyViolations()).isEmpty();
  }

  private void name(Page page, String name, String imprint, boolean funded) {
    page.navigate(server.uri("/admin/installation").toString());
    page.fill("[id='name']", name);
    page.fill("[id='imprint']", imprint);
    page.fill("[id='officer']", imprint.isEmpty() ? "" : OFFICER);
    page.locator("[id='euFunded']").setChecked(funded);
    save(page, "saveInstallation");
  }

  private static void uploadLogo(Page page) throws IOException {
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(40, 20, BufferedImage.TYPE_INT_RGB), "png", png);
    page.locator("[id='logo']")
        .setInputFiles(new FilePayload("logo.png", "image/png", png.toByteArray()));
    assertThat(page.locator("[id='logoShown']")).isVisible();
    page.locator("[id='saveLogo']").press("Enter");
    assertThat(page.locator("[id='removeLogo']")).isVisible();
  }

  /** Today, a Wednesday, until midnight. */
  private static void openNow(Page page) {
    page.locator("[id='day-0-2']").uncheck();
    page.locator("[id='day-0-3']").check();
    page.fill("[id='from-0']", "08:00");
    page.fill("[id='until-0']", "00:00");
    Browsing.picture(page, "outpost-hours-de");
    save(page, "saveHours");
    assertThat(page.locator("[id='until-0']")).hasValue("00:00");
  }

  private String topicsAreGivenUpOnlyWhenThatIsConfirmed(Page page, Page kiosk) {
    Page visitor = browsing.open(Screen.KIOSK, server, "/kiosk/" + OUTPOST + "?lang=ar");
    visitor.locator("button[name=topic][value=letters]").click();
    assertThat(visitor.locator(".ticket-number").first()).hasText("A001");
    String token = visitor.url().replaceAll(".*/ticket/([^?]*).*", "$1");
    Locator letters = kiosk.locator("button[name=topic][value=letters]");

    page.navigate(office(OUTPOST, "topics"));
    page.locator("[id='topic-letters']").uncheck();
    page.locator("[id='saveTopics']").press("Enter");
    Locator affected = page.locator("[id='affected']");
    assertThat(affected).isFocused();
    assertThat(affected).containsText("Eine Person wartet.");
    assertThat(page.locator("[id='topic-letters']")).not().isChecked();
    assertThat(letters).isVisible();
    Browsing.picture(page, "office-affected-de");

    assertThat(page.locator("[id='saveTopics']")).hasValue("Trotzdem speichern");
    save(page, "saveTopics");
    assertFollows("topics on the kiosk", () -> assertThat(letters).hasCount(0));

    page.navigate(office(OUTPOST, "data"));
    page.locator("[id='language-ar']").uncheck();
    page.locator("[id='saveData']").press("Enter");
    assertThat(affected).isFocused();
    assertThat(affected).containsText("Arabisch: Eine Person wartet in dieser Sprache");
    assertThat(kiosk.locator(".language")).hasCount(2);
    Browsing.picture(page, "office-data-affected-de");
    assertThat(page.locator("[id='saveData']")).hasValue("Trotzdem speichern");
    save(page, "saveData");
    assertFollows(
        "languages on the kiosk", () -> assertThat(kiosk.locator(".language")).hasCount(1));
    return token;
  }

  private void closeForGood(Page page, Page kiosk, Page board) {
    page.navigate(office(OUTPOST, "end"));
    page.fill("[id='closedFrom']", api.today().toString());
    save(page, "closeForGood");
    assertFollows(
        "end on the kiosk",
        () ->
            assertThat(kiosk.locator(".reason h2"))
                .hasText("Dieses Büro ist dauerhaft geschlossen."));
    assertFollows(
        "end on the board",
        () -> assertThat(board.locator(".board")).hasAttribute("data-view", "closed"));
    Browsing.picture(kiosk, "office-ended-kiosk-de");
    Browsing.picture(board, "office-ended-board-de");
    JsonObject refused = api.takeTicket(OUTPOST, "work", "de").json();
    assertThat(refused.getString("detail")).contains("dauerhaft geschlossen");
    assertThat(api.get("/kiosk/").body()).contains("Dorstfeld").doesNotContain("Probestelle");
    page.navigate(server.uri("/admin/history?office=" + OUTPOST).toString());
    assertThat(page.locator(".changes")).containsText("angelegt");
    assertThat(page.locator(".changes")).containsText("dauerhaft geschlossen");
  }

  @Test
  void theSecondOfTwoEditorsIsToldAndNothingIsLost() {
    Page first = browsing.administration(server, "de");
    Page second = browsing.administration(server, "de");
    for (Page page : List.of(first, second)) {
      page.navigate(office("dorstfeld", "data"));
    }
    String limit = first.inputValue("[id='recallLimit']");
    first.fill("[id='recallLimit']", "7");
    save(first, "saveData");

    second.fill("[id='address']", "Oberbank 12");
    second.locator("[id='saveData']").press("Enter");
    assertThat(second.locator(".notice.danger")).containsText("inzwischen geändert");
    assertThat(second.locator("[id='address']")).hasValue("Oberbank 12");
    first.reload();
    assertThat(first.locator("[id='recallLimit']")).hasValue("7");
    assertThat(first.locator("[id='address']")).hasValue("Oberbank 11, Dortmund-Dorstfeld");

    second.fill("[id='address']", "Oberbank 11, Dortmund-Dorstfeld");
    second.fill("[id='recallLimit']", limit);
    save(second, "saveData");
  }

  @Test
  void whatDoesNotFitIsKeptAndMarked() {
    Page page = browsing.administration(server, "de");
    page.navigate(office("dorstfeld", "data"));
    page.fill("[id='credit']", "x");
    page.locator("[id='saveData']").press("Enter");

    assertThat(page.locator(".notice.danger")).isFocused();
    assertThat(page.locator("[id='credit']")).hasValue("x");
    assertThat(page.locator("[aria-invalid=true]")).hasCount(1);
    assertThat(page.locator("[id='credit']")).hasAttribute("aria-invalid", "true");

    page.navigate(office("dorstfeld", "hours"));
    page.locator("[id='day-1-5']").check();
    page.fill("[id='from-1']", "12:00");
    page.fill("[id='until-1']", "11:00");
    page.locator("[id='saveHours']").press("Enter");
    assertThat(page.locator("[id='from-1'][aria-invalid=true]")).hasValue("12:00");
    assertThat(page.locator("[id='day-1-5']")).isChecked();
    assertThat(page.locator("[aria-invalid=true]")).hasCount(2);

    page.navigate(office("dorstfeld", "counters"));
    page.locator("[id='moreCounters']").press("Enter");
    page.fill("[id='label-1']", "1");
    page.fill("[id='counterName-1']", "Saal");
    page.locator("[id='saveCounters']").press("Enter");
    assertThat(page.locator("[id='label-1'][aria-invalid=true]")).hasValue("1");
    assertThat(page.locator("[aria-invalid=true]")).hasCount(1);
  }

  @Test
  void aTopicIsGivenUpOnAllKiosksAndComesBack() {
    Page kiosk = browsing.open(Screen.KIOSK, server, "/kiosk/eving?lang=de");
    Locator offered = kiosk.locator("button[name=topic][value=other]");
    assertThat(offered).isVisible();
    api.takeTicket("eving", "other", "de");
    Page page = browsing.administration(server, "de");
    page.navigate(server.uri("/admin/topics?topic=other").toString());
    page.fill("[id='usualMinutes']", "4");
    page.locator("[id='saveTopic']").press("Enter");
    assertThat(page.locator("[id='usualMinutes'][aria-invalid=true]")).hasValue("4");

    page.navigate(server.uri("/admin/topics?topic=other").toString());
    page.locator("[id='retireTopic']").press("Enter");
    assertThat(page.locator("[id='affected']")).isFocused();
    assertThat(page.locator("[id='retireTopic']")).hasValue("Trotzdem aufgeben");
    page.locator("[id='retireTopic']").press("Enter");
    assertThat(page.locator("main .notice.ok")).containsText("ab sofort");
    assertFollows("a topic that is given up", () -> assertThat(offered).hasCount(0));
    assertThat(page.locator(".topic-list")).containsText("aufgegeben");

    page.navigate(server.uri("/admin/topics?topic=other").toString());
    page.locator("[id='restoreTopic']").press("Enter");
    assertFollows("a topic that comes back", () -> assertThat(offered).isVisible());

    page.locator(".topic-list li:nth-child(2) [aria-label$='nach oben']").press("Enter");
    assertThat(page.locator(".topic-list li").first()).containsText("Brief oder Formular");
    assertThat(kiosk.locator("button[name=topic]").first()).hasAttribute("value", "letters");
    page.locator(".topic-list li:nth-child(1) [aria-label$='nach unten']").press("Enter");
    assertThat(kiosk.locator("button[name=topic]").first()).hasAttribute("value", "housing");

    Page lead = browsing.console(server, "hoerde", 1, "de");
    assertThat(lead.navigate(server.uri("/admin/topics").toString()).status()).isEqualTo(403);
  }

  @Test
  void aLeadArrangesTheOwnOfficeAndNoOther() {
    Page page = browsing.console(server, "hoerde", 1, "de");
    page.navigate(server.uri("/admin/offices").toString());
    assertThat(page.locator(".office-list a")).hasCount(1);
    assertThat(page.locator("[id='newOffice']")).hasCount(0);
    assertThat(page.navigate(office("hoerde", "end")).status()).isEqualTo(200);
    assertThat(page.locator("[id='closeForGood']")).hasCount(0);
    assertThat(page.navigate(office("eving", "data")).status()).isEqualTo(403);
    assertThat(page.navigate(office("nowhere", "data")).status()).isEqualTo(403);

    page.navigate(office("hoerde", "data"));
    page.evaluate("() => { document.querySelector('#dataForm [name=office]').value = 'eving'; }");
    page.fill("[id='name']", "Meins");
    page.locator("[id='saveData']").press("Enter");
    page.waitForLoadState();
    assertThat(api.board("eving").getString("name")).isEqualTo("Eving");

    Page counsellor = browsing.console(server, "hoerde", 2, "de");
    assertThat(counsellor.navigate(office("hoerde", "data")).status()).isEqualTo(403);
  }

  private Page text(Page page, String language, String key) {
    page.navigate(server.uri("/admin/texts?language=" + language + "&key=" + key).toString());
    return page;
  }

  private static void saveText(Page page, String text, String screen) {
    page.fill("[id='text']", text);
    page.locator("[id='lookAtText']").press("Enter");
    assertThat(page.frameLocator("[id='screen']").locator(screen)).hasText(text);
    Browsing.picture(page, "text-preview-de");
    page.locator("[id='saveText']").press("Enter");
    assertThat(page.locator("main .notice.ok")).containsText("ab sofort");
  }

  private void takeBack(Page page, String key) {
    text(page, "de", key).locator("[id='takeBackText']").press("Enter");
    assertThat(page.locator("main .notice.ok")).containsText("mitgelieferte");
  }

  /** What is entered is text everywhere, whatever it looks like. */
  @Test
  void aChangedTextIsOnKiosksPhonesAndBoardsAtOnce() {
    String greeting = "<img src=x onerror=alert(1)> Moin!";
    String token = api.takeTicket("eving", "letters", "de").json().getString("token");
    Page kiosk = browsing.open(Screen.KIOSK, server, "/kiosk/eving?lang=de");
    Page board = browsing.open(Screen.DISPLAY, server, "/display/eving?lang=de");
    Page phone = browsing.open(Screen.PHONE, server, "/kiosk/t/" + token + "?lang=de");
    Locator greeted = kiosk.locator("h1.greeting span").first();
    assertThat(greeted).hasText("Guten Tag!");
    assertThat(board.locator(".earlier h2")).hasText("Zuletzt aufgerufen");
    assertThat(phone.locator("[id='ticket'] h2").first()).hasText("Vor Ihnen");

    Page page = browsing.administration(server, "de");
    text(page, "de", "kiosk/home.greeting");
    saveText(page, greeting, "h1.greeting span >> nth=0");
    assertFollows("a text on the kiosk", () -> assertThat(greeted).hasText(greeting));
    text(page, "de", "display/board.earlier.title");
    saveText(page, "Gerade eben", ".earlier h2");
    assertFollows(
        "a text on the board",
        () -> assertThat(board.locator(".earlier h2")).hasText("Gerade eben"));
    text(page, "de", "kiosk/ticket.ahead").fill("[id='text']", "Vor Ihnen da");
    page.locator("[id='saveText']").press("Enter");
    assertFollows(
        "a text on a phone",
        () -> assertThat(phone.locator("[id='ticket'] h2").first()).hasText("Vor Ihnen da"));

    text(page, "ar", "kiosk/home.waiting").fill("[id='text']", "{0, plural, other {#}}");
    page.locator("[id='saveText']").press("Enter");
    assertThat(page.locator("[id='text'][aria-invalid=true]")).hasValue("{0, plural, other {#}}");
    assertThat(page.locator("main .notice.danger")).containsText("few, many, one, two, zero");

    for (String key : List.of("kiosk/home.greeting", "display/board.earlier.title")) {
      takeBack(page, key);
    }
    takeBack(page, "kiosk/ticket.ahead");
    assertThat(greeted).hasText("Guten Tag!");
    assertThat(browsing.policyViolations()).isEmpty();
  }

  /** Pages in states in which no visitor and no office is. */
  @Test
  void aTextIsShownOnItsVeryPageWithInventedData() {
    Page page = browsing.administration(server, "de");
    for (String key :
        List.of(
            "kiosk/shut.office.full",
            "kiosk/shut.stopped.FAULT",
            "kiosk/answer.unknown.text",
            "kiosk/answer.wrongDay",
            "kiosk/wait.OFFERED",
            "kiosk/wait.end.LEFT",
            "kiosk/offer.take",
            "kiosk/sorry.404",
            "kiosk/sorry.410",
            "kiosk/appt.ticket",
            "kiosk/book.fastest",
            "kiosk/book.instead",
            "kiosk/book.nextAnywhere",
            "kiosk/book.none",
            "kiosk/call.answered",
            "kiosk/offices.full",
            "kiosk/offices.over",
            "kiosk/part.EVENING",
            "web/notice.consent",
            "web/refusal.slot.taken")) {
      text(page, "de", key);
      assertThat(page.frameLocator("[id='screen']").locator("body"))
          .containsText(page.inputValue("[id='text']"));
    }
    assertThat(api.get("/kiosk/t/sample-CALLED").status()).isEqualTo(404);
    assertThat(api.get("/kiosk/sample-inventedentrance-full").status()).isEqualTo(404);
    assertThat(browsing.policyViolations()).isEmpty();
  }

  @Test
  void aFileOfTextsIsComparedBeforeItIsSaved() {
    Page page = browsing.administration(server, "de");
    page.navigate(server.uri("/admin/texts?import=1&language=en").toString());
    page.fill("[id='file']", "kiosk/home.greeting=Hi!\nkiosk/home.tight=No time\n");
    page.locator("[id='lookAtImport']").press("Enter");
    assertThat(page.locator("[id='compared']")).containsText("Zeile 2 kiosk/home.tight");
    assertThat(page.locator("[id='saveImport']")).hasCount(0);
    page.fill("[id='file']", "kiosk/home.greeting=Hi!\n");
    page.locator("[id='lookAtImport']").press("Enter");
    assertThat(page.locator("[id='compared'] ins")).hasText("Hi!");
    page.locator("[id='saveImport']").press("Enter");
    assertThat(page.locator("main .notice.ok")).containsText("ab sofort");
    assertThat(page.locator(".office-list .card").nth(1)).containsText("1 geändert");
    page.locator("button[name=check][value=en]").press("Enter");
    assertThat(page.locator(".office-list .card").nth(1)).containsText("Verwaltung");
    text(page, "en", "kiosk/home.greeting").locator("[id='takeBackText']").press("Enter");
    assertThat(page.locator("main .notice.ok")).containsText("mitgelieferte");
    page.navigate(server.uri("/admin/texts?language=en").toString());
    assertThat(page.locator(".office-list .card").nth(1)).containsText("Seitdem geändert");
  }

  @Test
  void aTopicOfTheInstallationHasItsNameOnTheKiosk() {
    Page page = browsing.administration(server, "de");
    page.navigate(server.uri("/admin/topics?new=1").toString());
    page.fill("[id='name-de']", "Schulden & Raten");
    page.fill("[id='name-ar']", "ديون");
    page.locator("[id='saveTopic']").press("Enter");
    assertThat(page.locator("h1")).hasText("Schulden & Raten");
    Page kiosk = browsing.open(Screen.KIOSK, server, "/kiosk/brackel?lang=ar");
    page.navigate(office("brackel", "topics"));
    page.locator("[id='topic-schulden-raten']").check();
    save(page, "saveTopics");
    Locator offered = kiosk.locator("button[name=topic][value=schulden-raten]");
    assertFollows("a new topic on the kiosk", () -> assertThat(offered).hasText("ديون"));
    page.navigate(server.uri("/admin/topics?topic=schulden-raten").toString());
    page.locator("[id='retireTopic']").press("Enter");
    assertThat(offered).hasCount(0);
  }

  private static final String WEST = "innenstadt-west";

  private Page today(Page page) {
    page.navigate(server.uri("/admin/today?office=" + WEST).toString());
    return page;
  }

  private static void order(Page page, String button, String done) {
    page.locator("[id='" + button + "']").press("Enter");
    assertThat(page.locator(".today-says .notice.ok")).containsText(done);
  }

  private static void announce(Page page, String kind) {
    page.selectOption("[id='kind']", kind);
    order(page, "do-announce", "Die Ansage steht an Kiosk und Anzeige.");
  }

  /** Takes a picture in each size of the screen, and gives the page its own size again. */
  private static void pictures(Page page, String name, int[]... sizes) {
    ViewportSize before = page.viewportSize();
    for (int[] size : sizes) {
      page.setViewportSize(size[0], size[1]);
      Browsing.picture(page, name + "-" + size[0]);
    }
    page.setViewportSize(before.width, before.height);
  }

  @Test
  void whatALeadOrdersForTodayIsOnKiosksAndBoardsAtOnce() {
    Page page = today(browsing.administration(server, "de"));
    Page kiosk = browsing.open(Screen.KIOSK, server, "/kiosk/" + WEST + "?lang=de");
    Page arabic = browsing.open(Screen.KIOSK, server, "/kiosk/" + WEST + "?lang=ar");
    Page board = browsing.open(Screen.DISPLAY, server, "/display/" + WEST + "?lang=de");
    Page arabicBoard = browsing.open(Screen.DISPLAY, server, "/display/" + WEST + "?lang=ar");
    List<Page> screens = List.of(kiosk, arabic, board, arabicBoard);
    screens.forEach(screen -> screen.evaluate("() => { window.since = 'opened'; }"));

    page.selectOption("[id='kind']", "WITHOUT_LANGUAGE");
    page.selectOption("[id='language']", "ar");
    announce(page, "WITHOUT_LANGUAGE");
    assertFollows(
        "announcement on the kiosk",
        () ->
            assertThat(kiosk.locator(".announced"))
                .hasText("Heute spricht hier niemand Arabisch."));
    assertFollows(
        "announcement on the board",
        () ->
            assertThat(board.locator(".announced"))
                .hasText("Heute spricht hier niemand Arabisch."));
    assertThat(arabic.locator(".announced")).hasText("لا أحد هنا يتحدث العربية اليوم.");
    assertThat(arabicBoard.locator(".announced")).hasText("لا أحد هنا يتحدث العربية اليوم.");
    picturesOfScreens("announced", kiosk, arabic, board, arabicBoard);

    page.selectOption("[id='kind']", "OWN");
    page.fill("[id='text-de']", "Heute <b>Fest</b> & \"Tee\"");
    announce(page, "OWN");
    assertThat(kiosk.locator(".announced")).hasText("Heute <b>Fest</b> & \"Tee\"");
    assertThat(arabic.locator(".announced bdi")).hasAttribute("lang", "de");
    assertThat(arabicBoard.locator(".announced bdi")).hasText("Heute <b>Fest</b> & \"Tee\"");
    page.selectOption("[id='kind']", "OWN");
    page.fill("[id='text-de']", "Heute \u202eanders herum");
    page.locator("[id='do-announce']").press("Enter");
    assertThat(page.locator(".today-says .notice.danger")).containsText("einen deutschen Text");

    order(today(page), "do-withdraw", "Die Ansage ist beendet.");
    assertThat(kiosk.locator(".announced")).hasCount(0);
    assertThat(board.locator(".announced")).isHidden();

    noMoreNumbers(page, kiosk, arabic, board);
    anotherClosingTime(page, kiosk, board);

    screens.forEach(
        screen -> assertThat(screen.evaluate("() => window.since")).isEqualTo("opened"));
    assertThat(browsing.policyViolations()).isEmpty();
  }

  private static void picturesOfScreens(
      String what, Page kiosk, Page arabic, Page board, Page arabicBoard) {
    int[][] kiosks = {{1280, 800}, {1080, 1920}, {1024, 600}};
    int[][] boards = {{1280, 800}, {1080, 1920}, {1920, 1080}};
    pictures(kiosk, what + "-kiosk-de", kiosks);
    pictures(arabic, what + "-kiosk-ar", kiosks);
    pictures(board, what + "-board-de", boards);
    pictures(arabicBoard, what + "-board-ar", boards);
  }

  private void noMoreNumbers(Page page, Page kiosk, Page arabic, Page board) {
    page.selectOption("[id='reason']", "FEW_COUNSELLORS");
    order(page, "do-stop", "Ab sofort gibt es keine Nummern mehr.");
    assertFollows(
        "no more numbers on the kiosk",
        () ->
            assertThat(kiosk.locator(".reason h2"))
                .hasText("Heute gibt es hier keine Nummern mehr."));
    assertThat(kiosk.locator(".reason")).containsText("weniger Beraterinnen und Berater");
    assertThat(kiosk.locator(".reason")).containsText("Wir öffnen wieder:");
    assertThat(kiosk.locator(".elsewhere-office").first()).isVisible();
    assertThat(kiosk.locator(".entry-strong")).isVisible();
    assertFollows(
        "no more numbers on the board", () -> assertThat(board.locator(".no-numbers")).isVisible());
    assertThat(board.locator(".estimate")).isHidden();
    pictures(kiosk, "stopped-kiosk-de", new int[] {1280, 800}, new int[] {1080, 1920});
    pictures(arabic, "stopped-kiosk-ar", new int[] {1280, 800}, new int[] {1080, 1920});
    pictures(page, "today-stopped-de", new int[] {1440, 900}, new int[] {1024, 768});
    Api.Answer refused = api.takeTicket(WEST, "letters", "de");
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.json().getString("opensAt")).isNotEmpty();
    order(page, "do-go-on", "Ab sofort gibt es wieder Nummern.");
    assertFollows(
        "numbers again on the kiosk",
        () -> assertThat(kiosk.locator("button[name=topic]").first()).isVisible());
    assertThat(board.locator(".no-numbers")).isHidden();
  }

  private void anotherClosingTime(Page page, Page kiosk, Page board) {
    api.signIn(WEST, 1).clearTheLine();
    String token = api.takeTicket(WEST, "letters", "de").json().getString("token");
    page.fill("[id='closes']", page.locator(".today-state").getAttribute("data-now"));
    page.locator("[id='do-close']").press("Enter");
    assertThat(page.locator("[id='affected']"))
        .containsText(Pattern.compile("Eine Person wartet\\.|Personen warten\\."));
    assertThat(page.locator("[id='affected']")).isFocused();
    assertThat(kiosk.locator("button[name=topic]").first()).isVisible();
    pictures(page, "today-affected-de", new int[] {1440, 900}, new int[] {1024, 768});

    order(page, "do-close", "Die Schließzeit für heute ist geändert.");
    assertFollows(
        "closing on the kiosk",
        () -> assertThat(kiosk.locator(".reason h2")).hasText("Hier ist gerade geschlossen."));
    assertFollows(
        "closing on the board", () -> assertThat(board.locator(".no-numbers")).isVisible());

    order(page, "do-close-as-usual", "Die Schließzeit für heute ist geändert.");
    assertThat(kiosk.locator("button[name=topic]").first()).isVisible();
    assertThat(api.delete("/kiosk/api/v1/tickets/" + token).status()).isEqualTo(204);
  }

  @Test
  void aLeadSeesWhoWorksWhereAndTakesAVisitOverEndsItAndHandsItOn() {
    Api.Counsellor colleague = api.signIn(WEST, 2);
    colleague.clearTheLine();
    Page page = browsing.console(server, WEST, 1, "de");
    today(page);
    Locator place = page.locator(".counter-now", new Page.LocatorOptions().setHasText("Raum 2"));
    assertThat(place).containsText("anwesend");
    assertThat(place.locator(".visit-now")).hasCount(0);

    api.takeTicket(WEST, "letters", "de");
    assertThat(page.locator("section:has(> [id='today-line']) .big")).hasText("1 wartet");
    long ticket = colleague.next().json().getJsonNumber("id").longValue();
    assertFollows(
        "a call at another counter",
        () -> assertThat(place.locator(".visit-now")).containsText("Aufgerufen"));
    pictures(page, "today-de", new int[] {1440, 900}, new int[] {1024, 768});

    page.locator("[id='take-" + ticket + "']").press("Enter");
    assertThat(page.locator(".today-says .notice.ok")).containsText("ist jetzt an Ihrem Platz");
    assertThat(page.locator("[id='undo']")).hasCount(0);
    page.locator("[id='back-" + ticket + "']").press("Enter");
    page.locator("[id='undo']").press("Enter");
    assertThat(page.locator(".today-says .notice.ok")).containsText("rückgängig gemacht");
    page.locator("[id='back-" + ticket + "']").press("Enter");
    assertThat(page.locator("[id='undo']")).hasCount(1);
    colleague.next();
    assertThat(place.locator(".visit-now")).hasCount(1);

    colleague.act(ticket, "start");
    assertThat(place.locator(".visit-now")).containsText("Im Gespräch");
    page.locator("[id^='hand-on-']").first().press("Enter");
    assertThat(page.locator(".today-says .notice.ok")).containsText("ist weitergegeben");
    page.locator("[id='undo']").press("Enter");
    assertThat(place.locator(".visit-now")).containsText("Im Gespräch");
    page.locator("[id='visit-" + ticket + "']").press("Enter");
    page.fill("[id='note']", "Bringt morgen den Bescheid");
    page.locator("[id='note']").press("Enter");
    assertThat(page.locator("[id='do-finish']")).isVisible();
    pictures(page, "today-visit-de", new int[] {1440, 900}, new int[] {1024, 768});
    page.locator(".destinations button").first().press("Enter");
    assertThat(page.locator(".today-says .notice.ok")).containsText("ist weitergegeben");
    page.locator("[id='undo']").press("Enter");
    assertThat(place.locator(".visit-now")).containsText("Im Gespräch");

    page.locator("[id='visit-" + ticket + "']").press("Enter");
    assertThat(page.locator("[name='topic']:checked")).hasCount(1);
    page.locator("[name='topic']:not(:checked)").first().check();
    page.locator("[id='firstVisit']").check();
    page.selectOption("[id='referral']", "LANGUAGE_COURSE");
    page.locator("[id='do-finish']").press("Enter");
    assertThat(page.locator(".today-says .notice.ok")).containsText("ist fertig");
    assertThat(place.locator(".visit-now")).hasCount(0);

    colleague.signOut();
    assertFollows("a colleague who leaves", () -> assertThat(place).containsText("niemand"));
    assertThat(browsing.policyViolations()).isEmpty();
  }

  @Test
  void theSecondOfTwoLeadsIsToldThatTheOrdersHaveChanged() {
    Page first = today(browsing.administration(server, "de"));
    Page second = today(browsing.console(server, WEST, 1, "de"));
    second.fill("[id='closes']", "23:59");
    announce(first, "NO_LIFT");
    assertThat(second.locator("[id='ordered-anew']")).isVisible();
    assertThat(second.locator("[id='closes']")).hasValue("23:59");

    second.locator("[id='do-close']").press("Enter");
    assertThat(second.locator(".today-says .notice.danger"))
        .containsText("Jemand anderes hat die Anordnungen");

    order(today(first), "do-withdraw", "Die Ansage ist beendet.");
  }
}

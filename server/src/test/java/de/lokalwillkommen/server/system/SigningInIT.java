package de.lokalwillkommen.server.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Signing in at a counter and leaving it, while colleagues work there as well. */
class SigningInIT {

  private static final String OFFICE = "eving";
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final int A_FEW_LINES = 2_000;

  private final RunningServer server = RunningServer.shared();
  private final Api api = new Api(server);
  private final Browsing browsing = new Browsing();

  @AfterEach
  void cleanUp() {
    browsing.close();
  }

  private Page consoleWithAVisitor(int counter) {
    api.signIn(OFFICE, counter).clearCounters();
    api.takeTicket(OFFICE, "letters", "de");
    Page page = browsing.console(server, OFFICE, counter, "de");
    page.keyboard().press("n");
    assertThat(page.locator("[id='current']")).hasAttribute("data-status", "CALLED");
    page.keyboard().press("a");
    assertThat(page.locator("[id='current']")).hasAttribute("data-status", "SERVING");
    return page;
  }

  private static String numberAt(Page page) {
    return page.locator("[id='current']").getAttribute("data-number");
  }

  @Test
  void aSignInElsewhereEndsThisOneWithANotice() {
    Page older = browsing.console(server, OFFICE, 2, "de");

    Page newer = browsing.console(server, OFFICE, 2, "de");

    assertThat(older.locator("[id='ended']")).containsText("an anderer Stelle angemeldet");
    assertThat(older.locator("[id='spoken']")).containsText("an anderer Stelle angemeldet");
    newer.locator("[id='presence-BREAK']").click();
    assertThat(newer.locator("[id='presence-BREAK']")).hasAttribute("aria-pressed", "true");
    assertThat(browsing.policyViolations()).isEmpty();
  }

  @Test
  void bothCounsellorsOfACounterSeeEachOthersName() {
    Page before = browsing.console(server, OFFICE, 2, "de");
    assertThat(before.locator("[id='tandem']")).isEmpty();

    Page after = joined("de");

    assertThat(after.getByRole(AriaRole.STATUS).filter(withText("zu zweit")))
        .containsText(Pattern.compile("Beratung 2 \\(.+\\)"));
    assertThat(before.getByRole(AriaRole.STATUS).filter(withText("zu zweit")))
        .containsText("Beratung 3 (Stadt Dortmund)");
    Browsing.picture(after, "console-tandem-de");
    assertThat(browsing.policyViolations()).isEmpty();
    after.locator("[id='leaveNow']").click();
    assertThat(before.locator("[id='tandem']")).isEmpty();
  }

  /** The console of a second person at counter 2, after the question about the first. */
  private Page joined(String language) {
    Page page = browsing.blank(Browsing.Screen.CONSOLE);
    page.navigate(server.uri("/admin/sign-in.xhtml?lang=" + language).toString());
    page.selectOption("[id='office']", OFFICE);
    page.locator("[id='counter'] option[value='2']")
        .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
    page.selectOption("[id='counter']", "2");
    page.fill("[id='login']", OFFICE + "-3");
    page.fill("[id='password']", "demo");
    page.locator("[id='password']").press("Enter");
    page.waitForURL("**/tandem.xhtml*");
    assertThat(page.locator(".tandem-people")).containsText("Beratung 2");
    Browsing.picture(page, "tandem-question-" + language);
    page.setViewportSize(1024, 768);
    Browsing.picture(page, "tandem-question-1024-" + language);
    page.setViewportSize(1440, 900);
    page.locator("[id='join']").press("Enter");
    assertThat(page.locator("html[data-keys]")).isAttached();
    return page;
  }

  @Test
  void aTandemWorksOneVisitTogetherAndOneMayLeave() {
    api.signIn(OFFICE, 2).clearTheLine();
    api.takeTicket(OFFICE, "letters", "de");
    Page first = browsing.console(server, OFFICE, 2, "de");
    Page second = joined("de");

    second.keyboard().press("n");
    assertThat(second.locator("[id='current']")).isVisible();
    // a parked visitor of the demonstration may have come back first
    String number = second.locator("[id='current']").getAttribute("data-number");
    Locator undo = first.locator("[id='undo-colleague']");
    assertThat(undo).containsText("Rückgängig: Aufruf " + number + " von Team Eving – Beratung 3");
    Browsing.picture(first, "console-colleague-step-de");
    first.setViewportSize(1024, 768);
    Browsing.picture(first, "console-colleague-step-1024-de");
    first.setViewportSize(1440, 900);
    first.keyboard().press("k");
    assertThat(first.locator("[id='undoWhat']"))
        .containsText("Das war nicht Ihre Aktion: Aufruf " + number);
    Browsing.picture(first, "console-undo-colleague-de");
    first.keyboard().press("Escape");
    assertThat(first.locator("[id='current']")).hasAttribute("data-status", "CALLED");

    first.keyboard().press("a");
    assertThat(second.locator("[id='current']")).hasAttribute("data-status", "SERVING");
    second.locator("[id='leaveNow']").click();
    assertThat(second.locator("[id='signInNow']")).isVisible();
    assertThat(first.locator("[id='tandem']")).isEmpty();
    assertThat(first.locator("[id='current']")).hasAttribute("data-status", "SERVING");
    first.keyboard().press("f");
    first.locator("[id='finishNow']").click();
    assertThat(first.locator("[id='current']")).hasCount(0);
    assertThat(browsing.policyViolations()).isEmpty();
  }

  private static Locator.FilterOptions withText(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }

  @Test
  void aRefusedSignInIsReadOutWithTheFieldThatHasTheFocus() {
    Page page = browsing.open(Browsing.Screen.CONSOLE, server, "/admin/sign-in.xhtml?lang=de");
    page.locator("[id='signInNow']").press("Enter");

    Locator login = page.locator("[id='login']");
    assertThat(login).hasAttribute("aria-invalid", "true");
    assertThat(login).isFocused();
    assertThat(login)
        .hasAccessibleDescription(Pattern.compile("Bitte den Anmeldenamen eingeben.*"));
    login.fill(OFFICE + "-2");
    page.locator("[id='password']").fill("wrong");
    page.locator("[id='password']").press("Enter");
    assertThat(login).hasAccessibleDescription("Name oder Passwort stimmt nicht.");
    assertThat(login).hasAttribute("aria-invalid", "false");
  }

  @Test
  void signingOutWithAVisitorAtTheCounterAsksWhatHappensToThem() {
    Page page = consoleWithAVisitor(1);
    String number = numberAt(page);

    page.locator("[id='leaveNow']").click();
    page.waitForURL("**/leaving.xhtml*");
    assertThat(page.locator("legend")).containsText(number + " ist noch bei Ihnen");
    page.locator("[id='leaveSettled']").click();
    assertThat(page.locator(".messages")).containsText("für jede Nummer");
    assertThat(page.locator(".notice.danger")).isFocused();
    Browsing.picture(page, "leaving-de");
    page.locator("[value='BACK']").check();
    page.locator("[id='leaveSettled']").click();

    assertThat(page.locator("[id='signInNow']")).isVisible();
    assertThat(api.signIn(OFFICE, 1).line().body()).contains("\"number\":\"" + number + "\"");
    assertThat(browsing.policyViolations()).isEmpty();
  }

  @Test
  void signingOutByRestNamesWhatHappensToTheVisitors() {
    Api.Counsellor counsellor = withTwoVisitors();

    Api.Answer refused = counsellor.signOut();
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.json().getString("reason")).isEqualTo("openVisits");
    assertThat(refused.json().getJsonArray("visits")).hasSize(2);
    assertThat(counsellor.signOut("?visits=home").status()).isEqualTo(422);
    assertThat(atCounters(counsellor)).hasSize(2);

    assertThat(counsellor.signOut("?visits=back").status()).isEqualTo(204);
    assertThat(counsellor.signOut().status()).isEqualTo(401);
    assertThat(atCounters(api.signIn(OFFICE, 1))).isEmpty();
  }

  @Test
  void theDecisionsAboutSeveralVisitorsAreOneChange() {
    Api.Counsellor counsellor = withTwoVisitors();
    List<Long> visits = atCounters(counsellor);
    String decided =
        "what-%d=BACK&what-%d=HAND_ON&to-%d=999999"
            .formatted(visits.get(0), visits.get(1), visits.get(1));

    api.post(
        "/admin/leaving.xhtml",
        "leaveVisits=leaveVisits&jakarta.faces.ViewState=stateless&leaveSettled=leaveSettled&csrf="
            + counsellor.csrf()
            + "&"
            + decided,
        "Content-Type",
        FORM,
        "Cookie",
        "lw_session=" + counsellor.token());

    assertThat(atCounters(counsellor)).isEqualTo(visits);
    counsellor.clearCounters();
  }

  private Api.Counsellor withTwoVisitors() {
    Api.Counsellor counsellor = api.signIn(OFFICE, 1);
    counsellor.clearCounters();
    for (int i = 0; i < 2; i++) {
      api.takeTicket(OFFICE, "letters", "de");
      assertThat(counsellor.next().status()).isEqualTo(200);
    }
    return counsellor;
  }

  private static List<Long> atCounters(Api.Counsellor counsellor) {
    return counsellor
        .line()
        .json()
        .getJsonArray("atCounters")
        .getValuesAs(JsonObject.class)
        .stream()
        .map(ticket -> ticket.getJsonNumber("id").longValue())
        .sorted()
        .toList();
  }

  @Test
  void openVisitsAtACounterAreShownToTheNextCounsellorAndCanBeTakenOver() {
    String number = numberAt(consoleWithAVisitor(3));

    Page next = browsing.console(server, OFFICE, 3, "de");
    assertThat(next.locator("[id='news']")).containsText("Hier noch offen: " + number);

    Page other = browsing.console(server, OFFICE, 2, "de");
    other.locator("[id='tab-counters']").click();
    other
        .locator("[id='panel-counters'] tr", new Page.LocatorOptions().setHasText(number))
        .locator("[id^='take-']")
        .click();
    other.fill("[id='reason']", "Vertretung");
    Browsing.picture(other, "take-over-de");
    other.locator("[id='takeOverNow']").click();

    Locator current = other.locator("[id='current']");
    assertThat(current).hasAttribute("data-number", number);
    assertThat(current).hasAttribute("data-status", "SERVING");
    assertThat(next.locator("[id='current']")).hasCount(0);
    assertThat(browsing.policyViolations()).isEmpty();
  }

  @Test
  void anAutomaticRefreshIsMarkedAsSuch() {
    Page page = browsing.console(server, OFFICE, 2, "de");

    String header =
        page.waitForRequest(
                request ->
                    request.postData() != null && request.postData().contains("source=refresh"),
                () -> api.takeTicket(OFFICE, "letters", "de"))
            .headerValue("x-lw-automatic");
    assertThat(header).isEqualTo("1");

    String byHand =
        page.waitForRequest(
                request -> request.postData() != null && request.postData().contains("turn"),
                () -> page.locator("[id='presence-BACK_OFFICE']").click())
            .headerValue("x-lw-automatic");
    assertThat(byHand).isNull();
  }

  @Test
  void aFormThatIsNotOursIsRefusedInOneLineAtMost() throws IOException {
    String form = "jakarta.faces.ViewState=stateless&signIn=signIn&login=x&password=y";
    String nonce = "&primefaces.nonce=";
    Path log = server.data().resolve("logs").resolve("server.log");
    long before = Files.size(log);

    assertThat(send(form).status()).as("as a page without scripts sends it").isEqualTo(200);
    assertThat(send(form, "Faces-Request", "partial/ajax").status()).isEqualTo(400);
    assertThat(send(form + nonce + "zz").status()).isEqualTo(400);
    assertThat(send(form.replace("stateless", "a:b") + nonce + "zz").status()).isEqualTo(400);
    assertThat(send(form, "Origin", "https://evil.example").status()).isEqualTo(403);
    Api.Answer withoutSecret =
        api.post(
            "/admin/start.xhtml",
            form,
            "Content-Type",
            FORM,
            "Cookie",
            "lw_session=" + api.signIn(OFFICE, 2).token());
    assertThat(withoutSecret.status()).isEqualTo(403);
    assertThat(withoutSecret.body()).contains("<h1>");

    await()
        .atMost(Patience.seconds(10))
        .untilAsserted(() -> assertThat(Files.readString(log)).contains("event=csrf_fail"));
    assertThat(Files.size(log) - before).isLessThan(A_FEW_LINES);
  }

  /** Nothing before the application asks it to sign in: it is no browser. */
  @Test
  void aMessageOfAProviderReachesTheApplication() {
    Api.Answer answer =
        api.post("/admin/back-channel-logout", "logout_token=x", "Content-Type", FORM);

    assertThat(answer.status()).as("there is no provider here").isEqualTo(404);
  }

  private Api.Answer send(String form, String... headers) {
    String[] all = new String[headers.length + 2];
    System.arraycopy(headers, 0, all, 2, headers.length);
    all[0] = "Content-Type";
    all[1] = FORM;
    return api.post("/admin/sign-in.xhtml", form, all);
  }
}

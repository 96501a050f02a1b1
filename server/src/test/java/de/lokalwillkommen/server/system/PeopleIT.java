package de.lokalwillkommen.server.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import de.lokalwillkommen.server.system.Browsing.Screen;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** People and their access, from the invitation to the last day. */
class PeopleIT {

  private static final String OFFICE = "innenstadt-nord";
  private static final String LOGIN = "amal.it";
  private static final String PASSWORD = "Lindenblatt im Regen 7";
  private static final int POLICY = 1008;
  private static final String OTHER = "Regentropfen am Fenster 3";

  private final RunningServer server = RunningServer.shared();
  private final Browsing browsing = new Browsing();

  @AfterEach
  void cleanUp() {
    browsing.close();
  }

  @Test
  void aPersonIsInvitedChoosesAPasswordWorksAndLeaves() {
    Page admin = browsing.administration(server, "de");
    Page person = accept(invite(admin));

    signIn(person, PASSWORD, "2");
    Page elsewhere = browsing.blank(Screen.CONSOLE);
    signIn(elsewhere, PASSWORD, "-");
    changePassword(person);
    assertEnded(elsewhere, "neuen Passwort");

    setSecondFactorUp(person);
    openPerson(admin);
    confirm(admin, "#askResetFactor", "#resetFactor");
    assertThat(admin.locator("main .notice.ok")).containsText("zurückgesetzt");
    assertThat(admin.locator("#askResetFactor")).hasCount(0);
    assertEnded(person, "überall abgemeldet");
    signIn(person, OTHER, "-");
    confirm(admin, "#askSignOut", "#signOutEverywhere");
    assertThat(admin.locator("main .notice.ok")).containsText("überall abgemeldet");
    assertEnded(person, "überall abgemeldet");

    signIn(person, OTHER, "2");
    SocketClient channel = channelOf(person);
    confirm(admin, "#askLeave", "#letLeave");
    assertThat(admin.locator(".people-head .pill")).hasText("ausgeschieden");
    assertThat(person.locator("#ended")).containsText("Zugang ist beendet");
    assertThat(channel.closed()).succeedsWithin(Patience.seconds(10)).isEqualTo(POLICY);
    enter(person, OTHER, "-");
    assertThat(person.locator("#errors")).containsText("Name oder Passwort stimmt nicht");

    assertListedAsLeft(admin);
    assertThat(browsing.policyViolations()).isEmpty();
  }

  /** Another client with the sign-in of a page, which does not close its channel by itself. */
  private SocketClient channelOf(Page page) {
    String token =
        page.context().cookies().stream()
            .filter(cookie -> cookie.name.equals("lw_session"))
            .map(cookie -> cookie.value)
            .findFirst()
            .orElseThrow();
    SocketClient channel =
        SocketClient.open(
            server.socket("/admin/ws/" + OFFICE), "lw.line.v1", "Authorization", "Bearer " + token);
    await().atMost(Patience.seconds(10)).until(() -> !channel.messages("line").isEmpty());
    assertThat(channel.closed()).isNotDone();
    return channel;
  }

  /** Invites the person and returns the link. */
  private String invite(Page admin) {
    admin.navigate(server.uri("/admin/people?lang=de").toString());
    assertThat(admin.locator(".people-list tbody tr").first()).isVisible();
    Browsing.picture(admin, "people-de");
    admin.locator("#invite").click();
    admin.fill("#displayName", "Amal B.");
    admin.fill("#login", "hoerde-1");
    admin.selectOption("#office", OFFICE);
    admin.locator("#inviteNow").click();
    assertThat(admin.locator("#errors")).containsText("gibt es schon");
    assertThat(admin.locator("#login")).hasAttribute("aria-invalid", "true");
    assertThat(admin.locator("#displayName")).hasValue("Amal B.");
    assertThat(admin.locator("#office")).hasValue(OFFICE);
    admin.fill("#login", LOGIN);
    admin.fill("#newOrganisation", "AWO Dortmund");
    admin.locator("#inviteNow").click();
    assertThat(admin.locator("#sheet-login")).hasText(LOGIN);
    AccessibilityIT.assertNoFaults(admin);
    Browsing.picture(admin, "people-sheet-de");
    return admin.locator("#link").inputValue();
  }

  /** Opens the link as a stranger and chooses a password. */
  private Page accept(String link) {
    assertThat(link).contains("/admin/invitation#");
    Page person = browsing.blank(Screen.CONSOLE);
    person.navigate(link);
    assertThat(person.locator("#code")).hasValue(link.substring(link.indexOf('#') + 1));
    assertThat(person.url()).doesNotContain("#");
    choose(person, "passwordpassword");
    assertThat(person.locator("#errors")).containsText("zu leicht zu erraten");
    choose(person, PASSWORD);
    assertThat(person.locator("#ownLogin")).hasText(LOGIN);

    Page late = browsing.blank(Screen.CONSOLE);
    late.navigate(link);
    choose(late, OTHER);
    assertThat(late.locator("#errors")).containsText("schon benutzt oder ist abgelaufen");
    return person;
  }

  private static void choose(Page page, String password) {
    page.fill("#password", password);
    page.fill("#repeated", password);
    page.locator("#accept").click();
  }

  /** Signs in at a counter, or without one. */
  private void signIn(Page page, String password, String counter) {
    enter(page, password, counter);
    if ("-".equals(counter)) {
      page.waitForURL("**/admin/");
    } else {
      page.locator("html[data-keys], #join")
          .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
      // a colleague of the demonstration, or of another test, may work there
      if (page.url().contains("tandem.xhtml")) {
        page.locator("#join").click();
      }
      page.locator("html[data-keys]")
          .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
    }
  }

  private void enter(Page page, String password, String counter) {
    String place = "&office=" + OFFICE + "&counter=" + counter;
    page.navigate(server.uri("/admin/sign-in.xhtml?lang=de" + place).toString());
    page.fill("#login", LOGIN);
    page.fill("#password", password);
    page.locator("#password").press("Enter");
  }

  private static void changePassword(Page person) {
    person.locator(".who").click();
    person.fill("#present", "wrong");
    person.fill("#password", OTHER);
    person.fill("#repeated", OTHER);
    person.locator("#changePassword").click();
    assertThat(person.locator("#errors")).containsText("Das bisherige Passwort stimmt nicht");
    assertThat(person.locator("#present")).hasAttribute("aria-invalid", "true");
    person.fill("#present", PASSWORD);
    person.fill("#password", OTHER);
    person.fill("#repeated", OTHER);
    person.locator("#changePassword").click();
    assertThat(person.locator("main .notice.ok")).containsText("Das Passwort ist geändert");
    Browsing.picture(person, "account-de");
    person.locator("#signOutElsewhere").click();
    assertThat(person.locator("main .notice.ok")).containsText("an allen anderen Geräten");
  }

  /** A person who need not have a second factor sets one up, and makes new recovery codes. */
  private static void setSecondFactorUp(Page person) {
    person.locator("#proposeFactor").click();
    AppCodes app = new AppCodes(person.locator("#factorSecret").textContent());
    AccessibilityIT.assertNoFaults(person);
    Browsing.picture(person, "account-enrol-de");
    person.fill("#code", app.code(-1));
    person.fill("#factorPassword", "wrong");
    person.locator("#confirmFactor").click();
    assertThat(person.locator("#errors")).containsText("Das bisherige Passwort stimmt nicht");
    person.fill("#code", app.code(-1));
    person.fill("#factorPassword", OTHER);
    person.locator("#confirmFactor").click();
    assertThat(person.locator(".recovery-codes li")).hasCount(10);
    AccessibilityIT.assertNoFaults(person);
    String used = person.locator(".recovery-codes li").first().textContent();
    person.navigate(person.url());
    person.fill("#code", used);
    person.locator("#renewCodes").click();
    assertThat(person.locator(".recovery-codes li")).hasCount(10);
    assertThat(person.locator(".recovery-codes li").first()).not().hasText(used);
  }

  private static void assertEnded(Page page, String why) {
    page.reload();
    assertThat(page.locator("#ended")).containsText(why);
  }

  private void openPerson(Page admin) {
    admin.navigate(server.uri("/admin/people?office=" + OFFICE + "&state=ACTIVE").toString());
    admin.locator(".people-list a", new Page.LocatorOptions().setHasText("Amal B.")).click();
    assertThat(admin.locator(".people-head .pill")).hasText("aktiv");
    Browsing.picture(admin, "person-de");
  }

  private static void confirm(Page admin, String question, String answer) {
    admin.locator(question + " summary").click();
    admin.locator(answer).click();
  }

  private void assertListedAsLeft(Page admin) {
    admin.navigate(server.uri("/admin/people").toString());
    admin.selectOption("#state", "LEFT");
    admin.locator(".people-choice button").click();
    assertThat(admin.locator(".people-list tbody tr")).hasCount(1);
    assertThat(admin.locator(".people-list")).containsText(LOGIN);
    admin.navigate(server.uri("/admin/history?kind=person").toString());
    assertThat(admin.locator(".changes"))
        .containsText(
            Pattern.compile("ausgeschieden.*eigenes Passwort.*eingeladen", Pattern.DOTALL));
    assertThat(admin.locator(".changes")).not().containsText("Amal");
  }

  @Test
  void anOfficeLeadReachesTheCounsellorsOfTheOwnOfficeAndOrganisationOnly() {
    Page lead = browsing.console(server, OFFICE, 1, "de");
    lead.navigate(server.uri("/admin/people").toString());

    assertThat(lead.locator(".people-list tbody tr", hasText(OFFICE + "-3"))).hasCount(1);
    assertThat(lead.locator(".people-list tbody tr", hasText(OFFICE + "-2"))).hasCount(0);
    assertThat(lead.locator(".people-list tbody tr", hasText("hoerde"))).hasCount(0);
    assertThat(lead.locator(".people-list tbody tr", hasText("admin"))).hasCount(0);
    lead.locator("#invite").click();
    assertThat(lead.locator("[name=roles]")).hasCount(1);
    assertThat(lead.locator("#office option:not([disabled])")).hasCount(1);
    assertThat(lead.navigate(server.uri("/admin/person?person=1").toString()).status())
        .isEqualTo(404);
  }

  @Test
  void aCounsellorManagesTheOwnAccountOnly() {
    Page counsellor = browsing.console(server, OFFICE, 3, "de");

    assertThat(counsellor.navigate(server.uri("/admin/people").toString()).status()).isEqualTo(403);
    assertThat(counsellor.navigate(server.uri("/admin/account").toString()).status())
        .isEqualTo(200);
  }

  private static Page.LocatorOptions hasText(String text) {
    return new Page.LocatorOptions().setHasText(text);
  }
}

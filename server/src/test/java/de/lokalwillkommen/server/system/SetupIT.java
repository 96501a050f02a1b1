package de.lokalwillkommen.server.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import de.lokalwillkommen.server.system.Browsing.Screen;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A new installation, from its first start to the first sign-in. */
class SetupIT {

  /** Whether the code is wholly on the screen, and beside or above the QR code. */
  private static final String IS_APART =
      "() => {"
          + " const code = document.querySelector('.pairing-code > bdi').getBoundingClientRect();"
          + " const picture = document.querySelector('.pairing .qr').getBoundingClientRect();"
          + " return code.left >= 0 && code.right <= innerWidth"
          + " && (code.right <= picture.left || picture.right <= code.left"
          + " || code.bottom <= picture.top); }";

  private static final String SAYS = "set up at ";
  private static final String PASSWORD = "Lindenblatt im Regen 7";
  private static final String CREDENTIALS =
      "{\"user\":\"it.admin\",\"password\":\"" + PASSWORD + "\"}";

  @Test
  void theFirstStartLeadsToAnAdministratorWhoSignsIn(@TempDir Path data) throws Exception {
    try (RunningServer server = RunningServer.in(data);
        Browsing browsing = new Browsing()) {
      String line =
          server.output().stream().filter(text -> text.startsWith(SAYS)).findFirst().orElseThrow();
      String code = line.substring(line.lastIndexOf(' ') + 1);
      Path file = data.resolve("setup-code");
      assertThat(line).startsWith(SAYS + server.uri("/admin/setup"));
      assertThat(Files.readString(file).strip()).isEqualTo(code);
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .isEqualTo("rw-------");

      Page page = browsing.open(Screen.CONSOLE, server, "/admin/setup?lang=de");
      AccessibilityIT.assertNoFaults(page);
      Browsing.picture(page, "setup-de");
      fill(page, "AAAA-AAAA", "it.admin", PASSWORD);
      assertThat(page.locator("#errors")).containsText("stimmt nicht");
      assertThat(page.locator("#login")).hasValue("it.admin");
      fill(page, code, "it.admin", "passwordpassword");
      assertThat(page.locator("#errors")).containsText("zu leicht zu erraten");
      fill(page, code, "it.admin", PASSWORD);
      assertThat(page.locator("#signInNow")).isVisible();

      assertThat(Files.exists(file)).isFalse();
      assertThat(new Api(server).get("/admin/setup").status()).isEqualTo(404);
      page.fill("#login", "it.admin");
      page.fill("#password", PASSWORD);
      page.locator("#password").press("Enter");
      List<String> recoveryCodes = setSecondFactorUp(page);
      assertSecondFactorIsAskedFor(server, browsing, recoveryCodes.get(0));
      assertThat(page.locator("#firstOffice")).hasText("Erstes Büro anlegen");
      for (String ofAnOffice : List.of("availability", "lead-time")) {
        page.navigate(server.uri("/admin/" + ofAnOffice + "?lang=de").toString());
        assertThat(page).hasURL(server.uri("/admin/offices").toString());
        assertThat(page.locator(".empty")).containsText("Noch kein Büro");
      }
      page.navigate(server.uri("/admin/history?lang=de").toString());
      assertThat(page.locator(".changes tbody tr")).hasCount(2);
      assertThat(page.locator(".changes")).containsText("Person");
      AccessibilityIT.assertNoFaults(page);
      Browsing.picture(page, "history-de");
      assertThat((String) page.evaluate("() => fetch('/admin/history.csv').then(r => r.text())"))
          .contains(";SYSTEM;;person;P", ";SET_UP;;");
      page.selectOption("#kind", "availability");
      page.locator(".history-choice button").click();
      assertThat(page.locator(".empty")).isVisible();
      page.navigate(server.uri("/admin/").toString());
      page.locator("#firstOffice").click();
      page.fill("#name", "Hörde");
      page.locator("#found").press("Enter");
      assertThat(page.locator("main .notice.ok")).containsText("Das Büro ist angelegt");
      assertThat(new Api(server).get("/kiosk/hoerde").body())
          .containsPattern("class=\"brand-place\"[^>]*>Hörde</span>");
      page.navigate(server.uri("/admin/availability").toString());
      assertThat(page.locator("h1")).hasText("Terminzeiten");
      aTabletIsPairedAndRevoked(browsing, server, recoveryCodes.get(1));
      assertThat(browsing.policyViolations()).isEmpty();
    }
  }

  /** Neither the QR code nor the edge of the smallest tablet covers a part of the code. */
  private static void assertCodeIsInView(Page kiosk) {
    for (int[] size : new int[][] {{1024, 600}, {768, 1024}, {1280, 800}}) {
      kiosk.setViewportSize(size[0], size[1]);
      kiosk.waitForCondition(() -> (boolean) kiosk.evaluate(IS_APART));
    }
  }

  /** An unknown tablet, and the phone of a person who has not signed in with it before. */
  private static void aTabletIsPairedAndRevoked(
      Browsing browsing, RunningServer server, String recoveryCode) {
    Page kiosk = browsing.blank(Screen.KIOSK);
    kiosk.setViewportSize(1280, 800);
    kiosk.navigate(server.uri("/kiosk/?lang=ar").toString());
    Locator code = kiosk.locator(".pairing-code > bdi");
    assertThat(code).hasText(Pattern.compile("[2-9A-Z]{4}-[2-9A-Z]{4}"));
    String shown = code.textContent();
    AccessibilityIT.assertNoFaults(kiosk);
    assertCodeIsInView(kiosk);
    Browsing.picture(kiosk, "pairing-ar");
    kiosk.navigate(server.uri("/kiosk/").toString());
    assertThat(code).hasText(shown);
    AccessibilityIT.assertNoFaults(kiosk);
    assertCodeIsInView(kiosk);
    Browsing.picture(kiosk, "pairing-de");

    Page phone = browsing.open(Screen.PHONE, server, "/admin/devices?code=" + shown);
    phone.fill("#login", "it.admin");
    phone.fill("#password", PASSWORD);
    phone.locator("#password").press("Enter");
    phone.waitForURL("**/admin/second-step");
    phone.fill("#code", recoveryCode);
    phone.locator("#code").press("Enter");
    phone.waitForURL("**/admin/devices*");
    assertThat(phone.locator("#code")).hasValue(shown);
    AccessibilityIT.assertNoFaults(phone);
    Browsing.picture(phone, "devices-pair-de");
    phone.selectOption("#role", "OUTPOST");
    phone.fill("#name", "Tablet");
    phone.locator("#approve").click();
    assertThat(phone.locator("main .notice.ok")).containsText("Freigegeben");

    kiosk.waitForURL(server.uri("/kiosk/hoerde").toString());
    assertThat(kiosk.locator(".brand-place")).hasText("Hörde");
    Page board = kiosk.context().newPage();
    board.navigate(server.uri("/display/?pair").toString());
    assertThat(board).hasURL(server.uri("/display/hoerde").toString());
    assertThat(board.locator("html[data-live=yes]")).hasCount(1);

    phone.navigate(server.uri("/admin/devices").toString());
    assertThat(phone.locator(".people-list .pill.ok")).hasText("angeschlossen");
    Browsing.picture(phone, "devices-de");
    aBoardIsPairedByTypingItsCode(browsing.blank(Screen.DISPLAY), server, phone);
    phone.navigate(server.uri("/admin/devices").toString());
    phone.locator(".people-list a").getByText("Tablet").click();
    assertThat(phone.locator("#askRevoke")).isVisible();
    // the kiosk and the board report five seconds after they were opened
    phone.waitForCondition(
        () -> {
          phone.reload();
          return phone.locator(".facts-of").textContent().contains("geht richtig");
        });
    assertThat(phone.locator(".facts-of")).containsText("Netz heute verloren");
    AccessibilityIT.assertNoFaults(phone);
    Browsing.picture(phone, "device-de");
    phone.locator("#askRevoke summary").click();
    phone.locator("#revoke").click();
    assertThat(phone.locator("main .notice.ok")).containsText("gesperrt");
    assertThat(board.locator("#stopped")).containsText("nicht in Betrieb");
    assertThat(kiosk.locator("h1")).hasText("Dieses Gerät ist im Moment nicht in Betrieb");
    AccessibilityIT.assertNoFaults(kiosk);
    AccessibilityIT.assertNoFaults(board);
    Browsing.picture(kiosk, "stopped-de");
    Browsing.picture(board, "board-stopped");
    kiosk.locator("#pair").click();
    assertThat(code).not().hasText(shown);
  }

  /** Beside a device that is listed, so that the form is folded in. */
  private static void aBoardIsPairedByTypingItsCode(Page screen, RunningServer server, Page phone) {
    screen.navigate(server.uri("/display/?pair&distance=5&sound=off").toString());
    String shown = screen.locator(".pairing-code > bdi").textContent();
    assertThat(phone.locator("#code")).isHidden();
    phone.locator("#pairing").click();
    phone.fill("#code", shown);
    phone.selectOption("#role", "DISPLAY");
    phone.fill("#name", "Wartezimmer");
    phone.locator("#approve").click();
    assertThat(phone.locator("main .notice.ok")).containsText("Freigegeben");
    screen.waitForURL(server.uri("/display/hoerde?distance=5&sound=off").toString());
  }

  /** Before anything else; gives the recovery codes. */
  private static List<String> setSecondFactorUp(Page page) {
    page.waitForURL("**/admin/second-step");
    AppCodes app = new AppCodes(page.locator("#factorSecret").textContent());
    AccessibilityIT.assertNoFaults(page);
    Browsing.picture(page, "second-step-enrol-de");
    page.fill("#code", app.code(10));
    page.locator("#confirmCode").click();
    assertThat(page.locator("#errors")).containsText("5 Minuten vor");
    assertThat(page.locator("#code")).hasAttribute("aria-invalid", "true");
    page.fill("#code", app.code(0));
    page.locator("#code").press("Enter");
    assertThat(page.locator(".recovery-codes li")).hasCount(10);
    AccessibilityIT.assertNoFaults(page);
    Browsing.picture(page, "second-step-codes-de");
    List<String> codes = page.locator(".recovery-codes li").allTextContents();
    page.locator("#goOn").click();
    page.waitForURL("**/admin/");
    return codes;
  }

  /** A password alone opens nothing: neither a page nor the interface for programs. */
  private static void assertSecondFactorIsAskedFor(
      RunningServer server, Browsing browsing, String recoveryCode) {
    Page other = browsing.open(Screen.CONSOLE, server, "/admin/sign-in.xhtml?lang=ar");
    other.fill("#login", "it.admin");
    other.fill("#password", PASSWORD);
    other.locator("#password").press("Enter");
    other.waitForURL("**/admin/second-step");
    assertThat(other.locator("#factorSecret")).hasCount(0);
    AccessibilityIT.assertNoFaults(other);
    Browsing.picture(other, "second-step-ar");
    other.navigate(server.uri("/admin/offices").toString());
    other.waitForURL("**/sign-in.xhtml*");
    other.navigate(server.uri("/admin/second-step").toString());
    other.fill("#code", recoveryCode);
    other.locator("#code").press("Enter");
    other.waitForURL("**/admin/");
    other.navigate(server.uri("/admin/sign-in-rules").toString());
    AccessibilityIT.assertNoFaults(other);
    Browsing.picture(other, "sign-in-rules-ar");
    other.navigate(server.uri("/admin/account").toString());
    assertThat(other.locator("#factorActive")).containsText("9");
    AccessibilityIT.assertNoFaults(other);
    Browsing.picture(other, "account-factor-ar");
    assertThat(new Api(server).post("/admin/api/v1/session", CREDENTIALS).status()).isEqualTo(403);
    other.close();
  }

  private static void fill(Page page, String code, String login, String password) {
    page.fill("#code", code);
    page.fill("#login", login);
    page.fill("#displayName", "IT");
    page.fill("#password", password);
    page.fill("#repeated", password);
    page.locator("#create").click();
  }
}

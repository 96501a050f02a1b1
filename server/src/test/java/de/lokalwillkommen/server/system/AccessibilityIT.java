package de.lokalwillkommen.server.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import de.lokalwillkommen.server.system.Browsing.Screen;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * No page may have a fault that axe can find, in a language from left to right and in one from
 * right to left.
 */
class AccessibilityIT {

  private static Browsing browsing;
  private static RunningServer server;

  @BeforeAll
  static void sitDown() {
    server = RunningServer.shared();
    browsing = new Browsing();
  }

  @AfterAll
  static void getUp() {
    browsing.close();
  }

  private static void assertNoFaults(Page page) {
    Browsing.still(page);
    List<Rule> faults =
        new AxeBuilder(page)
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
  }
}

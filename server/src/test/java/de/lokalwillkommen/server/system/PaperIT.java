package de.lokalwillkommen.server.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import de.lokalwillkommen.server.system.Browsing.Screen;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The printouts of pages. */
class PaperIT {

  private final RunningServer server = RunningServer.shared();
  private final Api api = new Api(server);
  private final Browsing browsing = new Browsing();

  @AfterEach
  void close() {
    browsing.close();
  }

  private Page onPaper(Screen screen, String path) {
    Page page = browsing.open(screen, server, path);
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
    return page;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/display/?lang=de", "/kiosk/hoerde", "/display/hoerde", "/admin/sign-in.xhtml"})
  void everyPagePrintsWhatItIs(String path) {
    Page page = onPaper(Screen.CONSOLE, path);

    assertThat(page.locator("h1, .office").first()).isVisible();
    assertThat(page.locator(".languages").first()).isHidden();
  }

  @Test
  void theOverviewPrintsWhereTheOfficesAre() {
    Page page = onPaper(Screen.CONSOLE, "/display/?lang=de");

    assertThat(page.getByText("Schildplatz 7").first()).isVisible();
    assertThat(page.locator(".office-ways").first()).isHidden();
  }

  @Test
  void aTicketPrintsItsNumberTheAddressAndTheWayBackToThePage() {
    String token = api.takeTicket("hoerde", "letters", "de").json().getString("token");

    Page page = onPaper(Screen.PHONE, "/kiosk/t/" + token);

    assertThat(page.locator(".ticket-number").first()).isVisible();
    assertThat(page.getByText("Schildplatz 7").first()).isVisible();
    assertThat(page.locator(".qr")).isVisible();
    assertThat(page.locator("[data-does=leave]")).isHidden();
  }

  @Test
  void anAppointmentPrintsDayTimeAddressAndCode() {
    Api.Counsellor counsellor = api.signIn("hoerde", 2);
    String slot =
        counsellor
            .slots("letters", "de")
            .json()
            .getJsonArray("slots")
            .getJsonObject(0)
            .getString("id");
    String code =
        counsellor
            .appointment(
                "POST",
                "",
                "{\"slot\":\"%s\",\"topic\":\"letters\",\"language\":\"de\"}".formatted(slot))
            .json()
            .getString("code");

    Page page = onPaper(Screen.PHONE, "/kiosk/a/" + code);

    for (String part : new String[] {".hero-day", ".hero-time", ".address", ".code-small", ".qr"}) {
      assertThat(page.locator(part)).isVisible();
    }
    assertThat(page.locator(".button").first()).isHidden();
  }
}

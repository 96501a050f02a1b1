package de.lokalwillkommen.server.system;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The page with all offices, which is the start page of the server. */
class OverviewIT {

  private final Api api = new Api(RunningServer.shared());

  @Test
  void theRootLeadsToIt() {
    Api.Answer root = api.get("/");

    assertThat(root.status()).isBetween(301, 303);
    assertThat(root.header("Location")).isEqualTo("/display/");
  }

  @Test
  void everyOfficeIsThereWithItsAddressTheWayToAnAppointmentAndItsBoard() {
    String page = api.get("/display/?lang=de").body();

    for (String office : Workload.OFFICES) {
      assertThat(page)
          .contains("href=\"/kiosk/" + office + "/book?lang=de&amp;on=phone\"")
          .contains("href=\"/display/" + office + "?lang=de\"")
          .as("the page does not link to kiosks")
          .doesNotContain("href=\"/kiosk/" + office + "?lang=de\"");
    }
    assertThat(page)
        .contains("Hörde", "Schildplatz 7", "Jetzt offen", "Personen warten", "href=\"/admin/\"");
  }

  @Test
  void anAppointmentIsBookedFromThereInTheSameLanguage() {
    assertThat(api.get("/kiosk/hoerde/book?lang=ar&on=phone").body())
        .contains("dir=\"rtl\"", "ما موضوع الموعد؟");
  }

  @Test
  void theOutpostSaysWhenItOpensWhileItIsClosed() {
    String page = api.get("/display/?lang=de").body();

    // open every second Tuesday from ten to twelve; the test may run even then
    assertThat(page).containsAnyOf("Öffnet am Dienstag", "Öffnet morgen", "Öffnet heute", "12:00");
  }

  @Test
  void itSpeaksTheBrowsersLanguageUnlessAskedForAnother() {
    assertThat(api.get("/display/", "Accept-Language", "ar-SY,de;q=0.5").body())
        .contains("<html lang=\"ar\" dir=\"rtl\">");
    assertThat(api.get("/display/?lang=en", "Accept-Language", "ar").body())
        .contains("<html lang=\"en\" dir=\"ltr\">");
    assertThat(api.get("/display/?lang=xx").body()).contains("<html lang=\"de\" dir=\"ltr\">");
  }

  @Test
  void itIsShownInsteadOfAnOfficeThatDoesNotExist() {
    Api.Answer answer = api.get("/display/nowhere?lang=de");

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.body())
        .contains("Diese Seite gibt es nicht", "href=\"/display/hoerde?lang=de\"");
  }

  @Test
  void aDemonstrationSaysSo() {
    assertThat(api.get("/display/").body()).contains("<p class=\"demo-mark\">DEMO</p>");
  }
}

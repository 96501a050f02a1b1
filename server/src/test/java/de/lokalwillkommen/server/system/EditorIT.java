package de.lokalwillkommen.server.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import jakarta.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Hours for appointments are changed in the week of an office, by keyboard, and apply at once. The
 * outpost is small, so that no other test books there.
 */
class EditorIT {

  private static final String OFFICE = "dorstfeld";
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  private final RunningServer server = RunningServer.shared();
  private final Api api = new Api(server);
  private final Browsing browsing = new Browsing();

  private Instant ten;
  private String code;

  @BeforeEach
  void aVisitorBooksTheOutpostsFirstSlot() {
    JsonObject slot = slots().get(0);
    ten = Instant.parse(slot.getString("start"));
    code =
        api.post(
                "/kiosk/api/v1/appointments",
                """
                {"slot":"%s","topic":"letters","language":"de"}\
                """
                    .formatted(slot.getString("id")),
                "Idempotency-Key",
                UUID.randomUUID().toString())
            .json()
            .getString("code");
    assertThat(api.send("PUT", appointment() + "/confirmation", BodyPublishers.noBody()).status())
        .isEqualTo(200);
  }

  @AfterEach
  void cleanUp() {
    browsing.close();
    api.delete(appointment());
  }

  private String appointment() {
    return "/kiosk/api/v1/appointments/" + code;
  }

  private List<JsonObject> slots() {
    return api.get("/kiosk/api/v1/slots?office=" + OFFICE + "&topic=letters&language=de&limit=20")
        .json()
        .getJsonArray("slots")
        .getValuesAs(JsonObject.class);
  }

  private List<Instant> starts() {
    return slots().stream().map(s -> Instant.parse(s.getString("start"))).toList();
  }

  @Test
  void changedHoursAreBookableAtOnceAndWhoIsLeftOutIsNamedBefore() {
    LocalDate day = LocalDate.ofInstant(ten, BERLIN);
    Page page = browsing.administration(server, "de");
    page.navigate(server.uri("/admin/availability?office=" + OFFICE + "&week=" + day).toString());
    Locator block = page.locator(".fc-event.hours");
    assertThat(block).hasCount(1);
    assertThat(block).containsText("10:00–12:00");
    assertThat(block).containsText("1/4 gebucht");

    block.focus();
    block.press("Enter");
    page.fill("[id='from']", "11:00");
    page.fill("[id='until']", "13:00");
    page.locator("[id='saveHours']").press("Enter");

    Locator warning = page.locator("[id='orphans']");
    assertThat(warning).isFocused();
    assertThat(warning).containsText("Ein Termin hat dann keinen Platz mehr");
    assertThat(warning).containsText(code.substring(0, 4) + "-" + code.substring(4));
    assertThat(warning).containsText("10:00");
    Browsing.picture(page, "availability-orphans-de");
    Duration hour = Duration.ofHours(1);
    assertThat(starts()).doesNotContain(ten.plus(hour.multipliedBy(2)));

    Locator anyway = page.locator("[id='saveHours']");
    assertThat(anyway).hasValue("Trotzdem speichern");
    anyway.press("Enter");

    assertThat(page.locator(".availability-says [role=status]"))
        .containsText("Die Änderung gilt ab sofort.");
    assertThat(page.locator(".fc-event.hours")).containsText("11:00–13:00");
    assertThat(starts())
        .contains(ten.plus(hour), ten.plus(hour.multipliedBy(2)))
        .doesNotContain(ten.plusSeconds(30 * 60));
    assertThat(api.get(appointment()).json().getString("state")).isEqualTo("BOOKED");

    page.locator(".availability-lists a", new Page.LocatorOptions().setHasText("Verlauf")).click();
    Locator latest = page.locator(".availability-history li").first();
    assertThat(latest).containsText("Zeiten geändert");
    assertThat(latest).containsText("Verwaltung");
    assertThat(latest).containsText("vorher: Dienstag, 10:00–12:00");
    assertThat(latest).containsText("jetzt: Dienstag, 11:00–13:00");
    Browsing.picture(page, "availability-changes-de");
    assertThat(browsing.policyViolations()).isEmpty();

    putBack(page);
  }

  /** The hours at the beginning of the demo. */
  private static void putBack(Page page) {
    page.locator(".fc-event.hours").click();
    page.fill("[id='from']", "10:00");
    page.fill("[id='until']", "12:00");
    page.locator("[id='saveHours']").click();
    assertThat(page.locator(".fc-event.hours")).containsText("10:00–12:00");
  }

  @Test
  void anExceptionTakesTheDesksAwayUntilItIsTakenBack() {
    LocalDate day = LocalDate.ofInstant(ten, BERLIN);
    Page page = browsing.administration(server, "ar");
    page.navigate(
        server
            .uri("/admin/availability?office=" + OFFICE + "&week=" + day + "&show=fewer&day=" + day)
            .toString());
    page.fill("[id='from']", "11:00");
    page.fill("[id='until']", "12:00");
    page.fill("[id='reason']", "Teambesprechung");
    page.locator("[id='saveFewer']").press("Enter");

    Locator exception = page.locator(".fc-event.fewer");
    assertThat(exception).containsText("Teambesprechung");
    Instant eleven = ten.plus(Duration.ofHours(1));
    assertThat(starts()).doesNotContain(eleven);
    Browsing.picture(page, "availability-ar");

    exception.click();
    page.locator("[id='restore']").press("Enter");
    page.waitForURL("**done=restored**");

    assertThat(page.locator(".fc-event.fewer")).hasCount(0);
    assertThat(starts()).contains(eleven);
    assertThat(browsing.policyViolations()).isEmpty();
  }

  @Test
  void aClosureTakesTheSlotsAwayAndWhoIsBookedIsNamedBefore() {
    LocalDate day = LocalDate.ofInstant(ten, BERLIN);
    Page page = browsing.administration(server, "de");
    page.navigate(
        server
            .uri(
                "/admin/availability?office="
                    + OFFICE
                    + "&week="
                    + day
                    + "&show=closing&day="
                    + day)
            .toString());
    page.fill("[id='reason']", "Umzug");
    page.locator("[id='saveClosing']").press("Enter");

    Locator warning = page.locator("[id='orphans']");
    assertThat(warning).isFocused();
    assertThat(warning).containsText(code.substring(0, 4) + "-" + code.substring(4));
    Browsing.picture(page, "availability-closing-orphans-de");
    Instant eleven = ten.plus(Duration.ofHours(1));
    assertThat(starts()).contains(eleven);
    page.locator("[id='saveClosing']").press("Enter");

    assertThat(page.locator(".availability-says [role=status]"))
        .containsText("Die Schließung gilt ab sofort.");
    assertThat(page.locator(".fc-bg-event.closed")).hasCount(1);
    assertThat(starts()).isNotEmpty().doesNotContain(eleven);
    assertThat(api.get(appointment()).json().getString("state")).isEqualTo("BOOKED");
    page.locator(".availability-lists a", new Page.LocatorOptions().setHasText("Verlauf")).click();
    Locator latest = page.locator(".availability-history li").first();
    assertThat(latest).containsText("Neue Schließung");
    assertThat(latest).containsText("Umzug");
    Browsing.picture(page, "availability-closed-de");

    page.locator(".availability-lists a", new Page.LocatorOptions().setHasText("Ausnahmen"))
        .click();
    page.locator(".availability-lines a", new Page.LocatorOptions().setHasText("Umzug")).click();
    page.locator("[id='reopen']").press("Enter");

    assertThat(page.locator(".availability-says [role=status]"))
        .containsText("Die Schließung ist zurückgenommen.");
    assertThat(starts()).contains(eleven);
    assertThat(browsing.policyViolations()).isEmpty();
  }

  @Test
  void theFieldThatARefusalIsAboutIsMarkedUntilItIsChanged() {
    Page page = browsing.administration(server, "de");
    page.navigate(server.uri("/admin/availability?office=" + OFFICE + "&show=hours").toString());
    page.fill("[id='from']", "12:00");
    page.fill("[id='until']", "11:00");
    page.locator("[id='saveHours']").press("Enter");

    Locator until = page.locator("[id='until']");
    assertThat(until).hasAttribute("aria-invalid", "true");
    assertThat(until).hasAccessibleDescription(page.locator(".notice.danger").innerText().strip());
    assertThat(page.locator("[aria-invalid=true]")).hasCount(1);
    assertThat(page.locator(".notice.danger")).isFocused();
    until.fill("13:00");
    assertThat(page.locator("[aria-invalid=true]")).hasCount(0);
  }

  @Test
  void aTopicTakesAsManySlotsAsTheTermsOfTheOfficeSay() {
    Page page = browsing.administration(server, "de");
    page.navigate(server.uri("/admin/availability?office=" + OFFICE + "&show=terms").toString());
    Duration usual = lengthOfTheFirst();
    page.fill("[id='slots-letters']", "2");
    Browsing.picture(page, "availability-slots-of-topics-de");
    page.locator("[id='saveTerms']").press("Enter");

    assertThat(page.locator(".availability-says [role=status]"))
        .containsText("Die Bedingungen gelten ab sofort.");
    assertThat(lengthOfTheFirst()).isEqualTo(Duration.ofHours(1)).isNotEqualTo(usual);

    page.navigate(server.uri("/admin/availability?office=" + OFFICE + "&show=terms").toString());
    assertThat(page.locator("[id='slots-letters']")).hasValue("2");
    page.fill("[id='slots-letters']", "");
    page.locator("[id='saveTerms']").press("Enter");
    assertThat(page.locator(".availability-says [role=status]"))
        .containsText("Die Bedingungen gelten ab sofort.");
    assertThat(lengthOfTheFirst()).isEqualTo(usual);
    assertThat(browsing.policyViolations()).isEmpty();
  }

  private Duration lengthOfTheFirst() {
    JsonObject slot = slots().get(0);
    return Duration.between(
        Instant.parse(slot.getString("start")), Instant.parse(slot.getString("end")));
  }

  @Test
  void aPersonWhoDoesNotLeadTheOfficeSeesNothingOfIt() {
    Page page = browsing.console(server, "hoerde", 2, "de");
    assertThat(page.locator(".sections a", new Page.LocatorOptions().setHasText("Terminzeiten")))
        .hasCount(0);
    for (String address : List.of("/admin/availability", "/admin/lead-time.xhtml")) {
      assertThat(page.navigate(server.uri(address).toString()).status()).isEqualTo(403);
    }
  }
}

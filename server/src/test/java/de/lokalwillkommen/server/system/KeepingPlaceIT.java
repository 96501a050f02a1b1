package de.lokalwillkommen.server.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import de.lokalwillkommen.server.system.Browsing.Screen;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A change of language, week, list or office keeps the user's place and input. */
class KeepingPlaceIT {

  private final RunningServer server = RunningServer.shared();
  private final LocalDate monday =
      new Api(server).today().with(TemporalAdjusters.next(DayOfWeek.MONDAY));
  private final Browsing browsing = new Browsing();

  @AfterEach
  void cleanUp() {
    browsing.close();
  }

  private static void read(Page page, String language) {
    page.locator(".languages [hreflang='" + language + "']").click();
    assertThat(page.locator("html")).hasAttribute("lang", language);
  }

  private Page plan(String rest) {
    Page page = browsing.administration(server, "de");
    page.navigate(
        server.uri("/admin/availability?office=eving&week=" + monday + "&" + rest).toString());
    return page;
  }

  private void assertEving(Page page) {
    assertThat(page.locator("select[id='office']")).hasValue("eving");
    assertThat(page.locator("form[id='weekForm'] [name='office']")).hasValue("eving");
    assertThat(page.locator("form[id='weekForm'] [name='week']")).hasValue(monday.toString());
  }

  @Test
  void theHoursOfAnOfficeStayThoseOfThatOfficeAndWeekInAnotherLanguage() {
    Page page = plan("show=terms");
    for (String language : new String[] {"ar", "en", "de"}) {
      read(page, language);
      assertEving(page);
      assertThat(page.locator("form[id='termsForm']")).isVisible();
    }
  }

  @Test
  void theCalendarMarksThePresentOfTheOfficeAndNotOfTheBrowser() {
    Page page = browsing.administration(server, "de");
    page.navigate(server.uri("/admin/availability?office=eving").toString());

    assertThat(page.locator(".fc-timegrid-col.fc-day-today"))
        .hasAttribute("data-date", new Api(server).today().toString());
    assertThat(page.locator(".fc-timegrid-now-indicator-line")).isVisible();
  }

  @Test
  void halfFilledHoursStayHalfFilledInAnotherLanguageWeekAndOffice() {
    Page page = plan("show=hours");
    page.fill("[id='from']", "10:05");
    page.fill("[id='desks']", "7");
    page.fill("[id='everyWeeks']", "3");
    page.locator("details summary").click();
    page.locator("[id='language-ar']").check();

    read(page, "ar");
    assertHours(page);
    page.locator(".week-nav a").last().click();
    page.waitForURL(url -> !url.contains("week=" + monday));
    assertHours(page);
    page.selectOption("select[id='office']", "brackel");
    page.locator(".office-choice button").click();
    assertThat(page.locator("form[id='hoursForm'] [name='office']")).hasValue("brackel");
    assertHours(page);

    // input is discarded when the user leaves the form
    page.locator(".availability-lists a, form[id='hoursForm'] a").last().click();
    page.locator(".availability-new a").first().click();
    assertThat(page.locator("[id='desks']")).hasValue("2");
  }

  private static void assertHours(Page page) {
    assertThat(page.locator("[id='from']")).hasValue("10:05");
    assertThat(page.locator("[id='desks']")).hasValue("7");
    assertThat(page.locator("[id='anchor']")).isVisible();
    assertThat(page.locator("[id='language-ar']")).isChecked();
  }

  @Test
  void refusedInputStaysInAnotherLanguage() {
    Page page = plan("show=closing");
    page.fill("[id='firstDay']", monday.plusDays(1).toString());
    page.fill("[id='lastDay']", monday.toString());
    page.fill("[id='reason']", "Umzug");
    page.locator("[id='saveClosing']").click();
    assertThat(page.locator(".notice.danger")).isVisible();

    read(page, "en");
    assertEving(page);
    assertThat(page.locator("[id='reason']")).hasValue("Umzug");
    assertThat(page.locator("[id='lastDay']")).hasValue(monday.toString());
  }

  @Test
  void theSearchedDayAndTheTabOfTheConsoleStay() {
    Page page = browsing.console(server, "luetgendortmund", 3, "de");
    page.locator("[id='tab-missed']").click();
    read(page, "en");
    assertThat(page.locator("[id='tab-missed']")).hasAttribute("aria-selected", "true");
    assertThat(page.locator("[id='panel-missed']")).isVisible();

    page.navigate(server.uri("/admin/day-list.xhtml?day=" + monday).toString());
    page.locator("[id='search']").pressSequentially("10:");
    page.waitForURL(Pattern.compile(".*q=10.*"));
    read(page, "de");
    assertThat(page.locator("[id='goTo']")).hasValue(monday.toString());
    assertThat(page.locator("[id='search']")).hasValue("10:");
  }

  @Test
  void theSignInKeepsOfficeCounterAndNameButNoPassword() {
    Page page = browsing.open(Screen.CONSOLE, server, "/admin/sign-in.xhtml?lang=de");
    page.selectOption("[id='office']", "eving");
    Locator third = page.locator("[id='counter'] option[value='3']");
    assertThat(third).hasCount(1);
    page.selectOption("[id='counter']", "3");
    page.fill("[id='login']", "eving-3");
    page.fill("[id='password']", "demo");

    read(page, "en");
    assertThat(page.locator("[id='office']")).hasValue("eving");
    assertThat(page.locator("[id='counter']")).hasValue("3");
    assertThat(page.locator("[id='login']")).hasValue("eving-3");
    assertThat(page.locator("[id='password']")).hasValue("");
    assertThat(page.evaluate("sessionStorage.length")).isEqualTo(0);
  }
}

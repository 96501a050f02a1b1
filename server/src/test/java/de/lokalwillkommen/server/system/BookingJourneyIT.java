package de.lokalwillkommen.server.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import de.lokalwillkommen.server.system.Browsing.Screen;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Appointments as people use them: at the kiosk, on the phone, and passed from one visitor to
 * another.
 */
class BookingJourneyIT {

  private static final Pattern CODE = Pattern.compile(".*/(?:appointment|a|w)/([2-9A-Z]{8}).*");

  private final RunningServer server = RunningServer.shared();
  private final Browsing browsing = new Browsing();

  @AfterEach
  void cleanUp() {
    assertThat(browsing.policyViolations()).isEmpty();
    browsing.close();
  }

  @Test
  void bookedAtTheKioskMovedOnThePhoneAndCheckedInByAScanner() {
    Page kiosk = browsing.open(Screen.KIOSK, server, "/kiosk/luetgendortmund?lang=ar");
    kiosk.locator("a.entry").last().click();
    kiosk.locator("[data-topic=letters]").click();
    assertThat(kiosk.locator(".next-strong .next-place")).hasText("Lütgendortmund");
    kiosk.locator(".days > li").nth(3).locator("a").click();
    assertThat(kiosk.locator(".days > li").nth(3).locator("a"))
        .hasAttribute("aria-current", "date");
    Browsing.picture(kiosk, "kiosk-book-ar");
    Locator afternoon = kiosk.locator(".part").nth(1).locator("button.time").first();
    String time = afternoon.textContent().strip();
    Browsing.press(afternoon);
    assertThat(kiosk.locator(".when-time")).hasText(time);
    assertThat(kiosk.locator(".kept")).hasText(Pattern.compile("[45]:\\d\\d"));
    Browsing.picture(kiosk, "kiosk-confirm-ar");
    kiosk.locator("button[value=book]").click();
    assertThat(kiosk.locator(".code")).hasText(Pattern.compile("\\w{4}-\\w{4}"));
    Browsing.picture(kiosk, "kiosk-booked-ar");
    String code = codeIn(kiosk);
    assertThat(kiosk.locator(".code")).hasText(code.substring(0, 4) + "-" + code.substring(4));

    Page phone = browsing.open(Screen.PHONE, server, "/kiosk/a/" + code);
    assertThat(phone.locator("html")).hasAttribute("dir", "rtl");
    assertThat(phone.locator(".hero-time")).hasText(time);
    assertThat(phone.locator(".hero-day")).hasText(Pattern.compile("^[^A-Za-z]+$"));
    Browsing.picture(phone, "phone-appointment-ar");
    phone.locator("a[href*='step=move']").click();
    Locator soonest = phone.locator("button.line").first();
    String sooner = soonest.locator(".num").textContent().strip();
    soonest.click();
    assertThat(phone.locator(".hero-time")).hasText(sooner);
    assertThat(phone.locator(".hero-day")).containsText("اليوم");

    kiosk.locator("a.done").click();
    assertThat(kiosk.locator("button.choice").first()).isVisible();
    kiosk.locator("button.choice").first().focus();
    Browsing.scan(kiosk, server.uri("/kiosk/a/" + code).toString());
    assertThat(kiosk.locator(".ticket-number").first()).hasText(Pattern.compile("T\\d{3}"));

    String number = kiosk.locator(".ticket-number").first().textContent().strip();
    phone.reload();
    phone.locator("a[href*='/t/']").click();
    assertThat(phone.locator(".ticket-number").first()).hasText(number);
  }

  @Test
  void aCancelledSlotIsOfferedToAndTakenByTheNext() {
    String sooner = bookByPhone("eving", 2, 0);
    String later = bookByPhone("eving", 5, 0);
    Page waiting = browsing.open(Screen.PHONE, server, "/kiosk/a/" + later);
    waiting.locator("a[href*='step=earlier']").click();
    waiting.locator("button[value=earlier]").waitFor();
    Browsing.picture(waiting, "phone-earlier-de");
    waiting.locator("button[value=earlier]").click();
    Locator place = waiting.locator("a[href*='/w/']");
    assertThat(place).isVisible();
    assertThat(waiting.locator(".hero-says[role='status']")).containsText("auf der Warteliste");

    Page giving = browsing.open(Screen.PHONE, server, "/kiosk/a/" + sooner);
    String freed = giving.locator(".hero-time").textContent().strip();
    giving.locator("a[href*='step=cancel']").click();
    giving.locator("button[value=cancel]").waitFor();
    Browsing.picture(giving, "phone-cancel-de");
    giving.locator("button[value=cancel]").click();
    assertThat(giving.locator(".hero-when")).hasAttribute("data-state", "CANCELLED");

    place.click();
    assertThat(waiting.locator(".made .when-time")).hasText(freed);
    Browsing.picture(waiting, "phone-offer-de");
    String token = waiting.locator("input[name=offer]").inputValue();
    Page mailed = browsing.open(Screen.PHONE, server, "/kiosk/o/" + token + "?lang=ar");
    assertThat(mailed.locator(".made .when-time")).hasText(freed);
    Browsing.picture(mailed, "phone-mailed-offer-ar");
    waiting.locator("button[value=take]").click();
    assertThat(waiting.locator(".hero-time")).hasText(freed);
    assertThat(waiting.locator(".hero-when")).hasAttribute("data-state", "BOOKED");
    assertThat(codeIn(waiting)).isEqualTo(later);
    mailed.reload();
    assertThat(mailed.locator("h1")).hasAttribute("data-state", "CLAIMED");
    assertThat(mailed.locator(".made")).hasCount(0);
  }

  @Test
  void anOfferIsAnsweredAtTheKioskWithTheAppointmentsCode() {
    String sooner = bookByPhone("mengede", 3, 0);
    String later = bookByPhone("mengede", 6, 0);
    Page waiting = browsing.open(Screen.PHONE, server, "/kiosk/a/" + later + "?step=earlier");
    waiting.locator("button[value=earlier]").click();
    assertThat(waiting.locator("a[href*='/w/']")).isVisible();
    Page giving = browsing.open(Screen.PHONE, server, "/kiosk/a/" + sooner + "?step=cancel");
    String freed = giving.locator(".hero-time").textContent().strip();
    giving.locator("button[value=cancel]").click();
    assertThat(giving.locator(".hero-when")).hasAttribute("data-state", "CANCELLED");

    Page kiosk = browsing.open(Screen.KIOSK, server, "/kiosk/mengede");
    Browsing.scan(kiosk, later);
    assertThat(kiosk.locator("[data-answer=wrongDay]")).isVisible();
    assertThat(kiosk.locator(".made .when-time")).hasText(freed);
    Browsing.picture(kiosk, "kiosk-offer-de");
    kiosk.locator("button[value=take]").click();
    assertThat(kiosk.locator(".code")).isVisible();
    assertThat(kiosk.locator(".when-time")).hasText(freed);
  }

  @Test
  void theSecondVisitorIsShownOtherFreeTimes() {
    Page first = timesOn("brackel", 4);
    Page second = timesOn("brackel", 4);
    Browsing.picture(second, "kiosk-book-de");
    Browsing.press(first.locator("button.time").nth(2));
    first.locator("button[value=book]").click();
    assertThat(first.locator(".code")).isVisible();

    Browsing.press(second.locator("button.time").nth(2));
    assertThat(second.locator(".told")).isVisible();
    assertThat(second.locator(".instead button")).hasCount(3);
    Browsing.picture(second, "kiosk-taken-de");
    // by keyboard: a second tap at the same place so soon would be ignored
    second.locator(".instead button").first().press("Enter");
    second.locator("button[value=book]").click();
    assertThat(second.locator(".code")).isVisible();
  }

  @Test
  void aTimeThatWasGivenBackIsFreeAgain() {
    Page kiosk = timesOn("brackel", 5);
    String time = kiosk.locator("button.time").first().textContent().strip();
    Browsing.press(kiosk.locator("button.time").first());
    assertThat(kiosk.locator(".when-time")).hasText(time);
    kiosk.locator("button[value=other]").click();

    assertThat(kiosk.locator("button.time").first()).hasText(time);
  }

  @Test
  void everyOtherCodeGetsItsAnswer() {
    String code = bookByPhone("hoerde", 4, 1);
    Page kiosk = typing(code);
    assertThat(kiosk.locator("[id='code']"))
        .hasValue(code.substring(0, 4) + "-" + code.substring(4));
    Browsing.picture(kiosk, "kiosk-check-in-de");
    kiosk.locator(".actions .done").click();
    assertThat(kiosk.locator("[data-answer=wrongDay]")).isVisible();
    Browsing.picture(kiosk, "kiosk-wrong-day-de");

    Page other = browsing.open(Screen.KIOSK, server, "/kiosk/eving?lang=ar");
    Browsing.scan(other, code);
    // the page names the office, but does not send the visitor there today
    assertThat(other.locator("[data-answer=wrongDay] .when-place")).hasText("Hörde");
    Browsing.picture(other, "kiosk-elsewhere-ar");

    Page phone = browsing.open(Screen.PHONE, server, "/kiosk/a/" + code + "?step=cancel");
    phone.locator("button[value=cancel]").click();
    assertThat(phone.locator(".hero-when")).hasAttribute("data-state", "CANCELLED");
    Browsing.scan(kiosk, code);
    assertThat(kiosk.locator("[data-answer=cancelled]")).isVisible();
    Browsing.scan(kiosk, "ZZZZ9999");
    assertThat(kiosk.locator("[data-answer=unknown]")).isVisible();
    Browsing.picture(kiosk, "kiosk-unknown-code-de");
  }

  @Test
  void theSameLetterTwiceIsNoDoubleTap() {
    Page kiosk = browsing.open(Screen.KIOSK, server, "/kiosk/hoerde/check-in");

    kiosk.locator("[data-key=Z]").dblclick();
    kiosk.locator("[data-key='9']").dblclick();
    kiosk.locator("[data-key=back]").click();

    assertThat(kiosk.locator("[id='code']")).hasValue("ZZ9");
  }

  @Test
  void aCodeThatIsTooShortStaysToBeCompleted() {
    Page kiosk = typing("Z9");
    kiosk.locator(".actions .done").click();

    assertThat(kiosk.locator(".told")).isVisible();
    assertThat(kiosk.locator("[id='code']")).hasValue("Z9");
    kiosk.locator("[data-key=K]").click();
    assertThat(kiosk.locator("[id='code']")).hasValue("Z9K");
  }

  @Test
  void typedInputStaysInAnotherLanguage() {
    Page kiosk = typing("Z");
    kiosk.locator("a.language[hreflang=ar]").click();

    assertThat(kiosk.locator("html")).hasAttribute("dir", "rtl");
    assertThat(kiosk.locator("[id='code']")).hasValue("Z");
  }

  @Test
  void followingALinkChangesNothing() {
    String code = bookByPhone("hoerde", 3, 2);
    Page phone =
        browsing.open(Screen.PHONE, server, "/kiosk/a/" + code + "?does=cancel&step=cancel");

    phone.navigate(server.uri("/kiosk/a/" + code).toString());
    assertThat(phone.locator(".hero-when")).hasAttribute("data-state", "BOOKED");
  }

  /** A kiosk with that part of a code typed in. */
  private Page typing(String keys) {
    Page kiosk = browsing.open(Screen.KIOSK, server, "/kiosk/hoerde/check-in");
    for (char key : keys.toCharArray()) {
      kiosk.locator("[data-key='" + key + "']").click();
    }
    return kiosk;
  }

  private Page timesOn(String office, int daysAhead) {
    Page kiosk = browsing.open(Screen.KIOSK, server, "/kiosk/" + office + "/book");
    kiosk.locator("[data-topic=money]").click();
    Locator day = kiosk.locator(".days > li").nth(daysAhead).locator("a");
    day.click();
    assertThat(day).hasAttribute("aria-current", "date");
    return kiosk;
  }

  /** Books from home; returns the code. */
  private String bookByPhone(String office, int daysAhead, int time) {
    Page phone = browsing.open(Screen.PHONE, server, "/kiosk/" + office + "/book?on=phone");
    phone.locator("[data-topic=housing]").click();
    Locator day = phone.locator(".days > li").nth(daysAhead).locator("a");
    day.click();
    assertThat(day).hasAttribute("aria-current", "date");
    phone.locator(".part").nth(1).locator("button.time").nth(time).click();
    phone.locator("button[value=book]").click();
    assertThat(phone.locator(".hero-when")).hasAttribute("data-state", "BOOKED");
    return codeIn(phone);
  }

  private static String codeIn(Page page) {
    Matcher code = CODE.matcher(page.url());
    assertThat(code.matches()).as(page.url()).isTrue();
    return code.group(1);
  }
}

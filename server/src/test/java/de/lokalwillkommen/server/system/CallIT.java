package de.lokalwillkommen.server.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import de.lokalwillkommen.server.system.Browsing.Screen;
import jakarta.json.JsonObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The notice of a call on the visitor's phone, and the answer as shown at the counter. */
class CallIT {

  private static final String OFFICE = "mengede";

  private final RunningServer server = RunningServer.shared();
  private final Api api = new Api(server);
  private final Browsing browsing = new Browsing();

  @AfterEach
  void cleanUp() {
    browsing.close();
  }

  private Page phone(JsonObject ticket) {
    return browsing.open(Screen.PHONE, server, "/kiosk/t/" + ticket.getString("token"));
  }

  private static boolean isInCall(Page phone) {
    return (boolean)
        phone.evaluate("() => document.getElementById('call').contains(document.activeElement)");
  }

  @Test
  void aCallIsReadOutWholeAndNothingElseCanBeReached() {
    Api.Counsellor counsellor = api.signIn(OFFICE, 2);
    counsellor.clearTheLine();
    JsonObject ticket = api.takeTicket(OFFICE, "letters", "de").json();
    Page phone = phone(ticket);
    assertThat(phone.locator("[data-does='alarm']")).isVisible();

    counsellor.next();

    String number = ticket.getString("number");
    assertThat(phone.locator("[id='announcement']")).hasText(number + ", Raum 2: Sie sind dran.");
    assertThat(
            phone.getByRole(
                AriaRole.DIALOG,
                new Page.GetByRoleOptions().setName(number + " Bitte kommen Sie: Raum 2")))
        .isVisible();
    assertThat(phone.locator("[id='says']")).hasText(number + ", Raum 2: Sie sind dran!");
    assertThat(phone.locator(".top")).hasAttribute("inert", "");
    assertThat(phone.locator("[id='ticket']")).hasAttribute("aria-hidden", "true");
    for (int i = 0; i < 5; i++) {
      phone.keyboard().press("Tab");
      assertThat(isInCall(phone)).as("after Tab %d", i).isTrue();
    }
    phone.evaluate("() => document.querySelector('#ticket button, .top summary').focus()");
    assertThat(isInCall(phone)).isTrue();
    counsellor.clearCounters();
  }

  @Test
  void anAnsweredCallIsShownAtTheCounterAndOnOtherPhones() {
    Api.Counsellor counsellor = api.signIn(OFFICE, 3);
    counsellor.clearTheLine();
    Page console = browsing.console(server, OFFICE, 1, "de");
    JsonObject ticket = api.takeTicket(OFFICE, "letters", "de").json();
    Page phone = phone(ticket);
    Page other = phone(ticket);
    console.keyboard().press("n");
    assertThat(other.locator("[id='call']")).isVisible();

    phone.locator("[data-does='coming']").click();

    assertThat(console.locator("[id='current'] .coming")).containsText("kommt, seit");
    Browsing.picture(console, "console-coming-de");
    assertThat(other.locator("[id='call']")).isHidden();
    assertThat(other.locator(".called")).containsText("Wir wissen, dass Sie kommen.");
    assertThat(phone.locator(".called")).containsText("Wir wissen, dass Sie kommen.");
    assertThat(phone.locator("[id='says'][role='status']")).containsText("Wir wissen, dass Sie");
    assertThat(other.locator(".top")).not().hasAttribute("inert", "");
    Browsing.picture(phone, "phone-coming-de");

    console.keyboard().press("r");
    assertThat(phone.locator("[id='call']")).isVisible();
    assertThat(other.locator("[id='call']")).isVisible();
    assertThat(console.locator("[id='current'] .coming")).hasCount(0);
    console.keyboard().press("x");
    assertThat(phone.locator("[id='call']")).isHidden();
  }

  @Test
  void onlyACallIsAnswered() {
    JsonObject ticket = api.takeTicket(OFFICE, "letters", "de").json();
    String coming = ticket.getJsonObject("links").getString("self") + "/coming";

    Api.Answer tooEarly = api.post(coming, "");

    assertThat(tooEarly.status()).isEqualTo(409);
    assertThat(tooEarly.json().getString("state")).isEqualTo("WAITING");
    assertThat(ticket.isNull("comingSince")).isTrue();
  }
}

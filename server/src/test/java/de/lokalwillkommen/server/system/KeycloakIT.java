package de.lokalwillkommen.server.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Signing in and out by a real Keycloak, which the last test ends. */
@Tag("keycloak")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class KeycloakIT {

  private static final String OFFICE = "mengede";
  private static final Keycloak KEYCLOAK = new Keycloak();

  private static RunningServer server;

  private final Browsing browsing = new Browsing();

  @BeforeAll
  static void start(@TempDir Path folder) throws IOException {
    server = RunningServer.demo(folder.resolve("data"), KEYCLOAK.options(folder));
    KEYCLOAK.startFor(server);
  }

  @AfterAll
  static void stop() {
    KEYCLOAK.close();
    server.close();
  }

  @AfterEach
  void cleanUp() {
    browsing.close();
  }

  private Page signInPage() {
    return browsing.open(Browsing.Screen.CONSOLE, server, "/admin/sign-in.xhtml?lang=de");
  }

  private static void press(Page page, String id) {
    Browsing.press(page.locator("[id='" + id + "']"));
  }

  private static void enter(Page page, String user) {
    page.locator("#username").fill(user);
    page.locator("#password").fill(user);
    page.locator("#kc-login").click();
  }

  private void map(Page page, String value, String role, String office) {
    page.navigate(server.uri("/admin/claim-mappings").toString());
    page.locator("[id='value']").fill(value);
    page.locator("[id='role']").selectOption(role);
    page.locator("[id='mappingOffice']").selectOption(office);
    press(page, "addMapping");
    assertThat(page.locator(".outcome")).containsText("hinzugefügt");
  }

  /** Signs in at counter 2. */
  private Page atCounter(String user) {
    Page page = signInPage();
    page.locator("[id='office']").selectOption(OFFICE);
    page.locator("[id='counter'] option[value='2']").waitFor(attached());
    page.locator("[id='counter']").selectOption("2");
    press(page, "signInByProvider");
    enter(page, user);
    assertThat(page).hasURL(Pattern.compile(".*/admin/console.*"));
    return page;
  }

  private static Locator.WaitForOptions attached() {
    return new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED);
  }

  @Test
  @Order(1)
  void anAccountWithoutAMappedGroupIsRefusedInPlainWords() {
    Page page = signInPage();
    Browsing.picture(page, "sign-in-provider-de");
    press(page, "signInByProvider");
    enter(page, "fremd");

    assertThat(page.locator("[id='errors']")).containsText("haben hier aber noch keine Rolle");
    Browsing.picture(page, "provider-refused-de");
    press(page, "back");
    assertThat(page.locator("[id='login']")).isVisible();
    assertThat(browsing.policyViolations()).isEmpty();
  }

  @Test
  @Order(2)
  void aMappedGroupLetsAPersonInAtACounterAndOutAgainOnBothSides() {
    Page admin = browsing.administration(server, "de");
    map(admin, "/mengede-rat", "COUNSELLOR", OFFICE);
    map(admin, "/it", "ADMIN", "");
    Browsing.picture(admin, "claim-mappings-de");

    Page page = atCounter("jana");
    assertThat(page.locator(".who")).hasAttribute("aria-label", Pattern.compile(".*Jana Beispiel"));
    assertThat(KEYCLOAK.countSessions("jana")).isEqualTo(1);
    page.reload();
    assertThat(page).hasURL(Pattern.compile(".*/admin/console.*"));

    press(page, "leaveNow");
    assertThat(page).hasURL(server.uri("/admin/sign-in.xhtml").toString());
    assertThat(KEYCLOAK.countSessions("jana")).isZero();
    press(page, "signInByProvider");
    assertThat(page.locator("#username")).isVisible();
    assertThat(browsing.policyViolations()).isEmpty();

    admin.navigate(server.uri("/admin/people").toString());
    assertThat(admin.locator("main")).containsText("Jana Beispiel");
    admin.navigate(server.uri("/admin/history").toString());
    assertThat(admin.locator("main")).containsText("mit dem Konto der Stadt hinzugekommen");
  }

  @Test
  @Order(3)
  void aSignOutAtTheProviderEndsTheSignInHere() {
    Page page = atCounter("jana");

    KEYCLOAK.signOut("jana");

    assertThat(page.locator("[id='ended']")).containsText("beim Konto der Stadt abgemeldet");
    // the browser may belong to another person now
    press(page, "signInByProvider");
    assertThat(page.locator("#password")).isVisible();
  }

  @Test
  @Order(4)
  void anAdministratorOfTheProviderNeedsNoCodeHere() {
    Page page = signInPage();
    press(page, "signInByProvider");
    enter(page, "ida");

    assertThat(page.locator("main")).containsText("Personen");
    page.navigate(server.uri("/admin/account").toString());
    assertThat(page.locator("[id='federated']")).isVisible();
    assertThat(page.locator("[id='passwordForm']")).not().isVisible();
  }

  @Test
  @Order(5)
  void withoutTheProviderPasswordsLetIn() {
    KEYCLOAK.close();
    Page page = signInPage();
    long began = System.nanoTime();
    press(page, "signInByProvider");
    // what the server knows of the provider stays in use: the browser finds out that it is away
    page.waitForTimeout(500);
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Patience.seconds(10));

    Page admin = browsing.administration(server, "de");
    assertThat(admin.locator("main")).containsText("Personen");
  }
}

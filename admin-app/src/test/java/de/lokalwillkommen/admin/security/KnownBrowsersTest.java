package de.lokalwillkommen.admin.security;

import static org.assertj.core.api.Assertions.assertThat;

import de.lokalwillkommen.web.security.shared.InstallationKey;
import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.Test;

class KnownBrowsersTest {

  private final KnownBrowsers browsers = new KnownBrowsers(new InstallationKey(new byte[32]));

  private String given(String login, String... cookieBefore) {
    Exchange exchange = Exchange.of("POST", "/sign-in.xhtml");
    for (String value : cookieBefore) {
      exchange.cookie(KnownBrowsers.COOKIE, value);
    }
    browsers.remember(login, exchange.request(), exchange.response());
    Cookie cookie = exchange.given.get(0);
    assertThat(cookie.isHttpOnly()).isTrue();
    assertThat(cookie.getAttribute("SameSite")).isEqualTo("Strict");
    return cookie.getValue();
  }

  private boolean knows(String login, String cookie) {
    Exchange exchange = Exchange.of("POST", "/sign-in.xhtml").cookie(KnownBrowsers.COOKIE, cookie);
    return browsers.findMark(login, exchange.request()).isPresent();
  }

  @Test
  void aBrowserIsKnownForThePersonWhoHasSignedInWithIt() {
    String cookie = given("lena");

    assertThat(knows("lena", cookie)).isTrue();
    assertThat(knows("mehmet", cookie)).isFalse();
    assertThat(cookie).doesNotContain("lena");
  }

  @Test
  void severalPeopleShareABrowser() {
    String cookie = given("lena", given("mehmet", given("lena")));

    assertThat(knows("lena", cookie)).isTrue();
    assertThat(knows("mehmet", cookie)).isTrue();
    assertThat(cookie.split("\\.")).hasSize(2);
  }

  @Test
  void aMarkThatWeHaveNotSignedIsNone() {
    String cookie = given("lena");
    char other = cookie.charAt(cookie.length() - 1) == 'A' ? 'B' : 'A';
    String forged = cookie.substring(0, cookie.length() - 1) + other;

    assertThat(knows("lena", forged)).isFalse();
    assertThat(knows("lena", "x".repeat(cookie.length()))).isFalse();
    assertThat(knows("lena", "")).isFalse();
    assertThat(knows("lena", "ä.ö")).isFalse();
    byte[] another = new byte[32];
    another[0] = 1;
    Exchange exchange = Exchange.of("POST", "/").cookie(KnownBrowsers.COOKIE, cookie);
    assertThat(new KnownBrowsers(new InstallationKey(another)).findMark("lena", exchange.request()))
        .isEmpty();
  }
}

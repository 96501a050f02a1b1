package de.lokalwillkommen.admin.security;

import static org.assertj.core.api.Assertions.assertThat;

import de.lokalwillkommen.admin.security.SecondStepCookie.Begun;
import de.lokalwillkommen.core.staff.SecondStep.Need;
import de.lokalwillkommen.core.staff.SigningIn.Halfway;
import de.lokalwillkommen.web.security.shared.InstallationKey;
import jakarta.servlet.http.Cookie;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SecondStepCookieTest {

  private static final Instant NOW = Instant.parse("2026-11-30T08:00:00Z");
  private static final Begun BEGUN =
      new Begun(
          new Halfway("it.admin", "0".repeat(64), Need.CODE),
          Optional.of("hörde"),
          Optional.empty());

  private final SecondStepCookie cookie = cookieAt(NOW, 0);

  private static SecondStepCookie cookieAt(Instant now, int key) {
    byte[] secret = new byte[32];
    secret[0] = (byte) key;
    return new SecondStepCookie(new InstallationKey(secret), Clock.fixed(now, ZoneOffset.UTC));
  }

  private Cookie given() {
    Exchange exchange = Exchange.of("POST", "/sign-in.xhtml");
    cookie.put(BEGUN, exchange.request(), exchange.response());
    return exchange.given.get(0);
  }

  private static Optional<Begun> read(SecondStepCookie by, String value) {
    return by.find(
        Exchange.of("GET", "/second-step").cookie(SecondStepCookie.NAME, value).request());
  }

  @Test
  void whatWasShownIsReadAgain() {
    assertThat(read(cookie, given().getValue())).contains(BEGUN);
    assertThat(given().isHttpOnly()).isTrue();
    assertThat(given().getAttribute("SameSite")).isEqualTo("Strict");
  }

  @Test
  void itExpires() {
    String value = given().getValue();

    assertThat(read(cookieAt(NOW.plus(SecondStepCookie.VALID).minusSeconds(1), 0), value))
        .isPresent();
    assertThat(read(cookieAt(NOW.plus(SecondStepCookie.VALID), 0), value)).isEmpty();
  }

  @Test
  void nothingElseIsTakenForOne() {
    String value = given().getValue();

    assertThat(read(cookieAt(NOW, 1), value)).as("another installation").isEmpty();
    for (int i = 0; i < value.length(); i++) {
      char other = value.charAt(i) == 'A' ? 'B' : 'A';
      String changed = value.substring(0, i) + other + value.substring(i + 1);
      assertThat(read(cookie, changed)).as("changed at %d", i).isEmpty();
    }
    assertThat(read(cookie, "")).isEmpty();
    assertThat(read(cookie, ".")).isEmpty();
    assertThat(read(cookie, "......")).isEmpty();
    assertThat(read(cookie, value.repeat(10))).isEmpty();
  }
}

package de.lokalwillkommen.admin.provider;

import static org.assertj.core.api.Assertions.assertThat;

import de.lokalwillkommen.admin.security.Exchange;
import de.lokalwillkommen.web.security.shared.InstallationKey;
import jakarta.servlet.http.Cookie;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FlowCookieTest {

  private static final Instant NOW = Instant.parse("2026-11-30T08:00:00Z");
  private static final Flow FLOW = Flow.begin(Optional.of("hoerde"), Optional.empty());

  private static FlowCookie at(Instant now, int key) {
    byte[] secret = new byte[32];
    secret[0] = (byte) key;
    return new FlowCookie(new InstallationKey(secret), Clock.fixed(now, ZoneOffset.UTC));
  }

  private static Cookie given() {
    Exchange exchange = Exchange.of("POST", "/sign-in.xhtml");
    at(NOW, 0).put(FLOW, exchange.request(), exchange.response());
    return exchange.given.get(0);
  }

  private static Optional<Flow> take(FlowCookie by, String value) {
    Exchange exchange = Exchange.of("GET", "/provider").cookie(FlowCookie.NAME, value);
    Optional<Flow> taken = by.take(exchange.request(), exchange.response());
    assertThat(exchange.given.get(0).getMaxAge()).as("it is used up").isZero();
    return taken;
  }

  @Test
  void theBrowserKeepsItForMinutesAndSendsItOnTheWayBack() {
    assertThat(take(at(NOW, 0), given().getValue())).contains(FLOW);
    assertThat(given().getAttribute("SameSite")).isEqualTo("Lax");
    assertThat(given().isHttpOnly()).isTrue();
    assertThat(given().getMaxAge()).isEqualTo(600);
  }

  @Test
  void itExpiresAndIsSigned() {
    String value = given().getValue();
    assertThat(take(at(NOW.plus(FlowCookie.VALID), 0), value)).isEmpty();
    assertThat(take(at(NOW, 1), value)).isEmpty();
    assertThat(take(at(NOW, 0), "x" + value)).isEmpty();
    assertThat(take(at(NOW, 0), "")).isEmpty();
  }

  @Test
  void theThreeValuesOfAFlowTellNothingOfEachOther() {
    assertThat(FLOW.state()).isNotEqualTo(FLOW.nonce()).isNotEqualTo(FLOW.verifier());
    assertThat(FLOW.toString()).doesNotContain(FLOW.seed().value());
  }
}

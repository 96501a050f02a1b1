package de.lokalwillkommen.display;

import static org.assertj.core.api.Assertions.assertThat;

import de.lokalwillkommen.core.devices.ClientRight;
import de.lokalwillkommen.core.devices.Devices;
import de.lokalwillkommen.core.staff.SecretToken;
import de.lokalwillkommen.web.page.Recognised;
import de.lokalwillkommen.web.security.RecordedSecurityLog;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DisplayGateTest {

  private static final String COOKIE = "lw-display-device";
  private static final String GOOD = "a-good-token-of-a-display";
  private static final String BAD = "a-token-of-no-known-display";
  private static final String REFUSED = "DEVICE_REFUSED - device.unknown";

  private final RecordedSecurityLog log = new RecordedSecurityLog();
  private final Map<String, Object> attributes = new HashMap<>();
  private final List<String> told = new ArrayList<>();
  private final List<Cookie> given = new ArrayList<>();
  private final DisplayGate gate =
      new DisplayGate(
          new Devices() {
            @Override
            public boolean may(SecretToken token, ClientRight right, String office) {
              return token.value().equals(GOOD)
                  && right == ClientRight.KEEP_BOARD
                  && office.equals("hoerde");
            }
          },
          log);

  private HttpServletRequest request(String parameter, Cookie... cookies) {
    return (HttpServletRequest)
        Proxy.newProxyInstance(
            DisplayGateTest.class.getClassLoader(),
            new Class<?>[] {HttpServletRequest.class},
            (proxy, call, arguments) ->
                switch (call.getName()) {
                  case "getCookies" -> cookies;
                  case "getParameter" -> parameter;
                  case "getContextPath" -> "/display";
                  case "isSecure" -> false;
                  case "setAttribute" -> attributes.put((String) arguments[0], arguments[1]);
                  case "getAttribute" -> attributes.get(arguments[0]);
                  default -> throw new UnsupportedOperationException(call.getName());
                });
  }

  private HttpServletResponse response() {
    return (HttpServletResponse)
        Proxy.newProxyInstance(
            DisplayGateTest.class.getClassLoader(),
            new Class<?>[] {HttpServletResponse.class},
            (proxy, call, arguments) ->
                switch (call.getName()) {
                  case "setHeader" -> told.add(arguments[0] + "=" + arguments[1]);
                  case "addCookie" -> given.add((Cookie) arguments[0]);
                  default -> throw new UnsupportedOperationException(call.getName());
                });
  }

  @Test
  void theFrontLearnsOfAPairedDisplay() {
    HttpServletRequest request = request(null, new Cookie(COOKIE, GOOD));

    assertThat(gate.isPaired("hoerde", request)).isTrue();
    Recognised.tellNoted(request, response());

    assertThat(told).containsExactly(Recognised.HEADER + "=" + COOKIE);
    assertThat(log.lines()).isEmpty();
  }

  @Test
  void aTokenThatIsRefusedIsWrittenToTheSecurityLog() {
    HttpServletRequest request = request(null, new Cookie(COOKIE, BAD));

    assertThat(gate.isPaired("hoerde", request)).isFalse();
    Recognised.tellNoted(request, response());

    assertThat(told).isEmpty();
    assertThat(log.lines()).containsExactly(REFUSED);
  }

  @Test
  void aRefusedTokenInTheAddressIsLoggedToo() {
    assertThat(gate.pair("hoerde", request(BAD), response())).isTrue();
    assertThat(gate.pair("hoerde", request("short"), response())).isTrue();

    assertThat(given).isEmpty();
    assertThat(log.lines()).containsExactly(REFUSED, REFUSED);
  }

  @Test
  void aRequestWithoutATokenIsNotRefused() {
    assertThat(gate.isPaired("hoerde", request(null))).isFalse();
    assertThat(gate.pair("hoerde", request(null), response())).isFalse();

    assertThat(log.lines()).isEmpty();
  }
}

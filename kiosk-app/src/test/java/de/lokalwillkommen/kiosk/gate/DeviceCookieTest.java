package de.lokalwillkommen.kiosk.gate;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DeviceCookieTest {

  private static final String FORMER = "lw-device";
  private static final String PRESENT = "__Host-lw-device";

  private final List<Cookie> sent = new ArrayList<>();
  private final List<Cookie> answered = new ArrayList<>();
  private final Map<String, Object> attributes = new HashMap<>();
  private boolean secure = true;

  @Test
  void aKioskPairedUnderTheFormerNameStaysPairedUnderThePresentOne() {
    sent.add(new Cookie(FORMER, "good"));

    renew();

    assertThat(DeviceCookie.find(request())).as("already with this page").contains("good");
    assertThat(answered).hasSize(2);
    assertThat(answered.get(0).getName()).isEqualTo(PRESENT);
    assertThat(answered.get(0).getValue()).isEqualTo("good");
    assertThat(answered.get(0).getPath()).isEqualTo("/");
    assertThat(answered.get(0).getSecure()).isTrue();
    assertThat(answered.get(0).getMaxAge()).isPositive();
    assertRemoved(answered.get(1));
  }

  @Test
  void aTokenThatIsNoKiosksIsNotTakenOver() {
    sent.add(new Cookie(FORMER, "planted by a neighbour"));

    renew();

    assertThat(DeviceCookie.find(request())).isEmpty();
    assertThat(answered).hasSize(1);
    assertRemoved(answered.get(0));
  }

  @Test
  void theFormerNameNeverReplacesThePresentOne() {
    sent.add(new Cookie(FORMER, "good"));
    sent.add(new Cookie(PRESENT, "newer"));

    renew();

    assertThat(DeviceCookie.find(request())).contains("newer");
    assertThat(answered).hasSize(1);
    assertRemoved(answered.get(0));
  }

  @Test
  void overPlainHttpTheNameIsStillThatOne() {
    secure = false;
    sent.add(new Cookie(FORMER, "good"));

    renew();

    assertThat(DeviceCookie.find(request())).contains("good");
    assertThat(answered).isEmpty();
  }

  @Test
  void aBrowserWithoutCookiesGetsNone() {
    renew();

    assertThat(DeviceCookie.find(request())).isEmpty();
    assertThat(answered).isEmpty();
  }

  private void renew() {
    DeviceCookie.renew(request(), response(), "good"::equals);
  }

  private static void assertRemoved(Cookie cookie) {
    assertThat(cookie.getName()).isEqualTo(FORMER);
    assertThat(cookie.getPath()).isEqualTo("/kiosk");
    assertThat(cookie.getMaxAge()).isZero();
  }

  private HttpServletRequest request() {
    return (HttpServletRequest)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {HttpServletRequest.class},
            (proxy, call, arguments) ->
                switch (call.getName()) {
                  case "isSecure" -> secure;
                  case "getContextPath" -> "/kiosk";
                  case "getCookies" -> sent.isEmpty() ? null : sent.toArray(Cookie[]::new);
                  case "getAttribute" -> attributes.get((String) arguments[0]);
                  case "setAttribute" -> attributes.put((String) arguments[0], arguments[1]);
                  default -> throw new UnsupportedOperationException(call.getName());
                });
  }

  private HttpServletResponse response() {
    return (HttpServletResponse)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {HttpServletResponse.class},
            (proxy, call, arguments) -> {
              assertThat(call.getName()).isEqualTo("addCookie");
              answered.add((Cookie) arguments[0]);
              return null;
            });
  }
}

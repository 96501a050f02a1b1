package de.lokalwillkommen.server.front;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HeadRulesTest {

  private static final String FORM = "Content-Type: application/x-www-form-urlencoded";

  private final HeadRules rules = new HeadRules(Optional.empty(), false);
  private final HeadRules behindProxy =
      new HeadRules(Optional.of(URI.create("https://kiosk.example:443")), false);

  /** A head as sent, one line each. */
  private record Written(String method, String path, List<String> headers) implements Head {

    @Override
    public String query() {
      return path.contains("?") ? path.substring(path.indexOf('?') + 1) : "";
    }

    @Override
    public String path() {
      return path.split("\\?", 2)[0];
    }

    @Override
    public List<String> all(String header) {
      return headers.stream()
          .filter(line -> line.regionMatches(true, 0, header + ":", 0, header.length() + 1))
          .map(line -> line.substring(header.length() + 1).strip())
          .toList();
    }

    @Override
    public boolean isHttp10() {
      return false;
    }
  }

  private static Head head(String method, String path, String... headers) {
    List<String> host =
        Stream.of(headers).anyMatch(h -> h.startsWith("Host:"))
            ? List.of()
            : List.of("Host: kiosk.example:8080");
    return new Written(method, path, Stream.concat(host.stream(), Stream.of(headers)).toList());
  }

  private int status(Head head) {
    return rules.check(head).map(Rejection::status).orElse(0);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/kiosk/",
        "/kiosk",
        "/kiosk/hoerde",
        "/kiosk/a/K7PM-4TXA",
        "/display/assets/0/css/base.css",
        "/admin/jakarta.faces.resource/components.js.xhtml",
        "/health/ready",
        "/metrics",
        "/openapi",
        "/kiosk/%C3%BC",
        "/kiosk/webjars/htmx.org@2/htmx.min.js"
      })
  void pathsOfThisServerAreAccepted(String path) {
    assertThat(status(head("GET", path))).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/admin/sign-in.xhtml;x",
        "/admin/sign-in.xhtml%3Bx",
        "/admin;x/sign-in.xhtml",
        "//admin/",
        "/admin//sign-in.xhtml",
        "/admin/./sign-in.xhtml",
        "/kiosk/../admin/",
        "/kiosk/%2e%2E/admin/",
        "/kiosk/..",
        "/kiosk/a%2Fb",
        "/kiosk/a%5cb",
        "/kiosk\\a",
        "/kiosk/a%00",
        "/kiosk/a%0d%0ab",
        "/kiosk/a%zz",
        "/kiosk/a%2",
        "*",
        "kiosk",
        "",
        "/kiosk/a b",
        "/kiosk/ü"
      })
  void anAddressThatReadsInTwoWaysIsRefused(String path) {
    assertThat(status(head("GET", path))).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"x=\u00FF", "x=\u00C3\u00A4", "x=\u0001", "x=%zz", "x=%", "x=%4", "x=#"})
  void aQueryThatNoBrowserSendsIsRefused(String query) {
    assertThat(status(head("GET", "/kiosk/hoerde?" + query))).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x=%C3%A4+b", "x='|{}^`\\\"<>", "?=&&=", "x=%00"})
  void queriesOfBrowsersAreAccepted(String query) {
    assertThat(status(head("GET", "/kiosk/hoerde?" + query))).isZero();
  }

  @Test
  void aLongQueryIsAcceptedOnAShortStack() throws InterruptedException {
    List<Integer> statuses = new CopyOnWriteArrayList<>();
    String longest = "a%20".repeat(2_000);
    Thread thread =
        new Thread(
            null,
            () -> {
              statuses.add(status(head("GET", "/kiosk/hoerde?" + longest)));
              statuses.add(status(head("GET", "/kiosk/" + longest.substring(0, 2_000))));
            },
            "short stack",
            200 * 1024);
    thread.start();
    thread.join();

    assertThat(statuses).containsExactly(0, 0);
  }

  @Test
  void otherPathsDoNotExist() {
    assertThat(status(head("GET", "/nichts"))).isEqualTo(404);
    assertThat(status(head("GET", "/kioskx/hoerde"))).isEqualTo(404);
    assertThat(status(head("GET", "/kiosk/" + "a".repeat(3000)))).isEqualTo(414);
  }

  @ParameterizedTest
  @CsvSource({
    "PUT,/kiosk/hoerde,405", "DELETE,/display/hoerde,405", "OPTIONS,/kiosk/hoerde,405",
        "TRACE,/kiosk/hoerde,405",
    "CONNECT,/kiosk/hoerde,405", "POST,/display/ws/hoerde,405", "POST,/health,405", "POST,/,405",
    "BREW,/kiosk/hoerde,501", "PUT,/kiosk/api/v1/appointments/K7PM4TXA/slot,0",
        "HEAD,/kiosk/hoerde,0"
  })
  void onlyWhatAnAreaServesMayBeAsked(String method, String path, int status) {
    assertThat(status(head(method, path))).isEqualTo(status);
  }

  @Test
  void aBodyHasOneUnambiguousType() {
    assertThat(status(head("POST", "/kiosk/hoerde", FORM, "Content-Type: multipart/form-data")))
        .isEqualTo(400);
  }

  @Test
  void aRefusalOfAMethodListsTheAllowedOnes() {
    assertThat(rules.check(head("PUT", "/kiosk/hoerde")).orElseThrow().headers())
        .containsExactly("Allow", "GET, HEAD, POST");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a/b", "a\"b", "<x>", "", "a b", "user@host", "host:99999999"})
  void aHostIsAName(String host) {
    assertThat(status(head("GET", "/kiosk/", "Host: " + host))).isEqualTo(400);
  }

  @Test
  void oneHostIsEnough() {
    assertThat(status(head("GET", "/kiosk/", "Host: a", "Host: a"))).isEqualTo(400);
    assertThat(status(head("GET", "/kiosk/", "Host: [::1]:8080"))).isZero();
    assertThat(status(new Written("GET", "/kiosk/", List.of()))).isEqualTo(400);
  }

  @Test
  void theEndOfABodyIsDeclaredOnceAndClearly() {
    String chunked = "Transfer-Encoding: chunked";
    assertThat(status(head("POST", "/kiosk/hoerde", FORM, chunked, "Content-Length: 3")))
        .isEqualTo(400);
    assertThat(
            status(head("POST", "/kiosk/hoerde", FORM, "Content-Length: 3", "Content-Length: 3")))
        .isEqualTo(400);
    assertThat(status(head("POST", "/kiosk/hoerde", FORM, "Content-Length: +3"))).isEqualTo(400);
    assertThat(status(head("POST", "/kiosk/hoerde", FORM, "Transfer-Encoding: gzip, chunked")))
        .isEqualTo(501);
    assertThat(status(head("POST", "/kiosk/hoerde", FORM, chunked, chunked))).isEqualTo(501);
    assertThat(status(head("POST", "/kiosk/hoerde", FORM, chunked))).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Type: multipart/form-data; boundary=x",
        "Content-Type: Multipart/Mixed; boundary=x",
        "Content-Type: application/x-www-form-urlencoded; charset=nonsense",
        "Content-Type: application/x-www-form-urlencoded;charset=\"utf-16\"",
        "Content-Type: text/plain",
        "Content-Encoding: gzip"
      })
  void noPageTakesAnUploadOrAnotherForm(String header) {
    assertThat(status(head("POST", "/admin/sign-in.xhtml", header, "Content-Length: 10")))
        .isEqualTo(415);
  }

  @Test
  void bodiesHaveTheirLimits() {
    assertThat(status(head("POST", "/kiosk/hoerde", FORM, "Content-Length: 262144"))).isZero();
    assertThat(status(head("POST", "/kiosk/hoerde", FORM, "Content-Length: 262145")))
        .isEqualTo(413);
    String cookie = "Cookie: lw_session=x";
    for (String texts : List.of("/admin/texts", "/admin/texts.xhtml")) {
      assertThat(status(head("POST", texts, FORM, cookie, "Content-Length: 1048576")))
          .as("a file with all texts of a language")
          .isZero();
      assertThat(status(head("POST", texts, FORM, cookie, "Content-Length: 1048577")))
          .isEqualTo(413);
    }
    assertThat(status(head("POST", "/kiosk/api/v1/appointments", "Content-Length: 65537")))
        .isEqualTo(413);
    assertThat(
            status(
                head("POST", "/kiosk/hoerde", FORM.concat("; charset=UTF-8"), "Content-Length: 1")))
        .isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Origin: https://evil.example",
        "Origin: http://kiosk.example",
        "Sec-Fetch-Site: cross-site",
        "Sec-Fetch-Site: same-site"
      })
  void noForeignPageChangesSomething(String header) {
    assertThat(status(head("POST", "/kiosk/hoerde", FORM, header))).isEqualTo(403);
    assertThat(status(head("GET", "/display/ws/hoerde", header))).isEqualTo(403);
    assertThat(status(head("GET", "/kiosk/hoerde", header))).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://kiosk.example:8080.evil",
        "http://evil.kiosk.example:8080",
        "http://evil-kiosk.example:8080",
        "http://kiosk.example:80800",
        "http://kiosk.example:808",
        "https://kiosk.example.evil",
        "https://kiosk.example:8443",
        "https://evilkiosk.example",
        "http://kiosk.example:8080@evil.example"
      })
  void aPageThatOnlyLooksLikeOursChangesNothing(String origin) {
    Head form = head("POST", "/kiosk/hoerde", FORM, "Origin: " + origin);
    Head socket = head("GET", "/display/ws/hoerde", "Origin: " + origin);

    assertThat(status(form)).isEqualTo(403);
    assertThat(status(socket)).isEqualTo(403);
    assertThat(behindProxy.check(form)).map(Rejection::status).contains(403);
    assertThat(behindProxy.check(socket)).map(Rejection::status).contains(403);
  }

  @Test
  void ourOwnPagesTellNoReferrer() {
    assertThat(
            status(
                head("POST", "/kiosk/hoerde", FORM, "Origin: null", "Sec-Fetch-Site: same-origin")))
        .isZero();
    assertThat(status(head("POST", "/kiosk/hoerde", FORM, "Origin: http://kiosk.example:8080")))
        .isZero();
    assertThat(status(head("GET", "/display/ws/hoerde", "Origin: null"))).isEqualTo(403);
  }

  @Test
  void whereABaseUrlIsSetItCountsAndTheHostDoesNot() {
    Head own = head("GET", "/display/ws/hoerde", "Origin: https://kiosk.example");
    Head asked = head("GET", "/display/ws/hoerde", "Origin: http://kiosk.example:8080");

    assertThat(behindProxy.check(own)).isEmpty();
    assertThat(behindProxy.check(asked)).map(Rejection::status).contains(403);
  }

  @Test
  void aRequestWithoutCredentialsIsRefusedByTheHeadAlone() {
    String tickets = "/kiosk/api/v1/offices/hoerde/tickets";
    assertThat(status(head("POST", tickets))).isEqualTo(401);
    assertThat(status(head("POST", tickets, "Authorization: bearer x"))).isZero();
    assertThat(new HeadRules(Optional.empty(), true).check(head("POST", tickets))).isEmpty();
    assertThat(status(head("POST", "/kiosk/api/v1/appointments"))).isZero();
    assertThat(status(head("POST", "/admin/api/v1/counters/1/next"))).isEqualTo(401);
    assertThat(
            status(
                head("POST", "/admin/api/v1/counters/1/next", "Cookie: a=b; __Host-lw_session=x")))
        .isZero();
    assertThat(status(head("POST", "/admin/api/v1/session"))).isZero();
    assertThat(status(head("POST", "/admin/console.xhtml", FORM))).isEqualTo(303);
    assertThat(status(head("POST", "/admin/sign-in.xhtml", FORM))).isZero();
    assertThat(status(head("POST", "/admin/setup", FORM))).isZero();
    assertThat(status(head("POST", "/admin/invitation", FORM))).isZero();
    assertThat(status(head("POST", "/admin/back-channel-logout", FORM))).isZero();
    assertThat(status(head("POST", "/admin/account", FORM))).isEqualTo(303);
  }
}

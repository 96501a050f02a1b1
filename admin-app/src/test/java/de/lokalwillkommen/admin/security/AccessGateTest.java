package de.lokalwillkommen.admin.security;

import static org.assertj.core.api.Assertions.assertThat;

import de.lokalwillkommen.core.staff.Role;
import de.lokalwillkommen.web.security.RecordedSecurityLog;
import de.lokalwillkommen.web.text.Texts;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccessGateTest {

  private static final String PAGE = "/console.xhtml";
  private static final String CALL = "/api/v1/tickets/5/start";

  private final RecordedSecurityLog log = new RecordedSecurityLog();
  private final AccessGate gate = new AccessGate(new Rejections(Texts.of("admin")), log);

  @Nested
  class Strangers {

    @ParameterizedTest
    @ValueSource(
        strings = {
          "/sign-in.xhtml",
          "/pulse",
          "/assets/abc/css/base.css",
          "/jakarta.faces.resource/core.js.xhtml"
        })
    void reachTheSignInAndItsAssets(String path) throws Exception {
      assertThat(passes(Exchange.of("GET", path))).isTrue();
    }

    @Test
    void maySignIn() throws Exception {
      assertThat(passes(Exchange.of("POST", "/sign-in.xhtml").formOfOurs())).isTrue();
      assertThat(passes(Exchange.of("POST", "/api/v1/session"))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", PAGE, "/start.xhtml", "/anything/else", "/assetsX", "/q/openapi"})
    void areLedToTheSignInFromEveryPage(String path) throws Exception {
      Exchange exchange = Exchange.of("GET", path);
      assertThat(passes(exchange)).isFalse();
      assertThat(exchange.status).isEqualTo(302);
      assertThat(exchange.answered).containsEntry("Location", "/admin/sign-in.xhtml");
    }

    @Test
    void learnThatTheyAreSignedInNoMoreIfTheyWereUntilNow() throws Exception {
      Exchange exchange = Exchange.of("GET", PAGE).cookie("lw_session", "of-yesterday");
      assertThat(passes(exchange)).isFalse();
      assertThat(exchange.answered).containsEntry("Location", "/admin/sign-in.xhtml?ended=yes");

      Exchange behindThePage =
          Exchange.of("POST", PAGE)
              .header("Faces-Request", "partial/ajax")
              .cookie("lw_session", "of-yesterday");
      assertThat(passes(behindThePage)).isFalse();
      assertThat(behindThePage.body()).contains("url=\"/admin/sign-in.xhtml?ended=yes\"");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {CALL, "/api/v1/offices/hoerde/line", "/live/hoerde", "/api/", "/api/v1/reports"})
    void areToldSoWhereProgramsAsk(String path) throws Exception {
      Exchange exchange = Exchange.of("GET", path).header("Accept-Language", "en");
      assertThat(passes(exchange)).isFalse();
      assertThat(exchange.status).isEqualTo(401);
      assertThat(exchange.answered)
          .containsEntry("Content-Type", "application/problem+json")
          .containsEntry("WWW-Authenticate", "Bearer");
      assertThat(exchange.body())
          .contains("\"status\":401", "\"title\":\"Please sign in\"", "\"type\":", "\"detail\":");
    }

    @Test
    void areNotLetInAtASocket() throws Exception {
      Exchange exchange = Exchange.of("GET", "/ws/hoerde");
      assertThat(passes(exchange)).isFalse();
      assertThat(exchange.status).isEqualTo(403);
    }

    @Test
    void areToldToReloadThePageAfterTheSignInHasEnded() throws Exception {
      Exchange exchange =
          Exchange.of("POST", PAGE).header("Faces-Request", "partial/ajax").field("a", "b");
      assertThat(passes(exchange)).isFalse();
      assertThat(exchange.status).isEqualTo(200);
      assertThat(exchange.body()).contains("<redirect url=\"/admin/\">");
    }

    @Test
    void cannotEndASessionTheyDoNotHave() throws Exception {
      assertThat(passes(Exchange.of("DELETE", "/api/v1/session"))).isFalse();
    }
  }

  @Nested
  class WhenTheBrowserSendsTheSignInByItself {

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD", "OPTIONS"})
    void readingNeedsNoSecret(String method) throws Exception {
      assertThat(passes(Exchange.of(method, PAGE).signedInByCookie())).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD", "OPTIONS", "PUT", "ANYTHING"})
    void aCommandIsNeverGivenButBySendingAForm(String method) throws Exception {
      for (String page : List.of(PAGE, "/sign-in.xhtml", "/start.xhtml", "/availability")) {
        Exchange link = Exchange.of(method, page).signedInByCookie();
        assertThat(passes(link.parameter("jakarta.faces.ViewState", "stateless"))).isFalse();
        assertThat(link.status).isEqualTo(405);
        assertThat(link.answered).containsEntry("Allow", "GET, HEAD, POST");
        Exchange inTheBackground = Exchange.of(method, page).signedInByCookie();
        assertThat(passes(inTheBackground.header("Faces-Request", "partial/ajax"))).isFalse();
        assertThat(inTheBackground.status).isEqualTo(405);
      }
    }

    @Test
    void anEmptyStateIsOneToo() throws Exception {
      Exchange link = Exchange.of("GET", PAGE).signedInByCookie();
      assertThat(passes(link.parameter("jakarta.faces.ViewState", ""))).isFalse();
    }

    @Test
    void aFormThatIsSentNeedsTheSecretAndNothingElse() throws Exception {
      Exchange sent = Exchange.of("POST", PAGE).signedInByCookie().formOfOurs();
      sent.header("Faces-Request", "partial/ajax");
      assertThat(passes(sent)).isFalse();
      assertThat(passes(sent.field("csrf", "the-secret"))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH", "TRACE", "ANYTHING"})
    void changingNeedsTheSecret(String method) throws Exception {
      Exchange exchange = Exchange.of(method, CALL).signedInByCookie();
      assertThat(passes(exchange)).isFalse();
      assertThat(exchange.status).isEqualTo(403);
      assertThat(exchange.answered).containsEntry("Content-Type", "application/problem+json");
    }

    @Test
    void theSecretMayComeInTheHeader() throws Exception {
      Exchange exchange = Exchange.of("POST", CALL).signedInByCookie();
      assertThat(passes(exchange.header("X-CSRF-Token", "the-secret"))).isTrue();
    }

    @Test
    void theSecretMayComeInTheForm() throws Exception {
      Exchange exchange = Exchange.of("POST", PAGE).signedInByCookie().formOfOurs();
      assertThat(passes(exchange.field("csrf", "the-secret"))).isTrue();
    }

    @Test
    void aWrongSecretIsNone() throws Exception {
      Exchange inHeader = Exchange.of("POST", CALL).signedInByCookie();
      assertThat(passes(inHeader.header("X-CSRF-Token", "the-secre"))).isFalse();
      Exchange inForm = Exchange.of("POST", PAGE).signedInByCookie();
      assertThat(passes(inForm.field("csrf", ""))).isFalse();
      assertThat(inForm.status).isEqualTo(403);
    }

    @Test
    void aFieldCountsOnlyInAForm() throws Exception {
      Exchange exchange = Exchange.of("POST", CALL).signedInByCookie().field("csrf", "the-secret");
      assertThat(passes(exchange.header("Content-Type", "application/json"))).isFalse();
    }
  }

  @Test
  void aTokenInTheHeaderNeedsNoSecret() throws Exception {
    assertThat(passes(Exchange.of("POST", CALL).signedInByHeader())).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "zz", "YWJj", "<script>", "MTIzNDU2Nzg5MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2"})
  void aFormWithSomethingElseThanWhatPrimeFacesPutsIntoItIsRefusedBeforeItFails(String nonce)
      throws Exception {
    Exchange wrong = Exchange.of("POST", "/sign-in.xhtml").formOfOurs();
    assertThat(passes(wrong.field("primefaces.nonce", nonce))).isFalse();
    assertThat(wrong.status).isEqualTo(400);
    Exchange state = Exchange.of("POST", "/sign-in.xhtml").formOfOurs();
    assertThat(passes(state.field("jakarta.faces.ViewState", "abc:def"))).isFalse();
    assertThat(state.status).isEqualTo(400);
    Exchange byScript = Exchange.of("POST", "/sign-in.xhtml");
    byScript.field("jakarta.faces.ViewState", "stateless").header("Faces-Request", "partial/ajax");
    assertThat(passes(byScript)).isFalse();
    assertThat(byScript.status).isEqualTo(400);
  }

  @Test
  void aFormOfAPageWithoutPrimeFacesScriptGetsANonce() throws Exception {
    Exchange sent =
        Exchange.of("POST", "/start.xhtml").field("jakarta.faces.ViewState", "stateless");
    List<String> nonces = new ArrayList<>();

    gate.doFilter(
        sent.signedInByHeader().request(),
        sent.response(),
        (request, response) -> nonces.add(request.getParameter("primefaces.nonce")));

    assertThat(nonces).singleElement().isNotNull();
    assertThat(SentForm.isOurs(Exchange.of("POST", "/").formOfOurs().request())).isTrue();
  }

  @Test
  void aRefusalIsLoggedOnceWithoutTheName() throws Exception {
    passes(Exchange.of("GET", "/lead-time").signedInByCookie());
    passes(Exchange.of("POST", CALL).signedInByCookie());
    passes(Exchange.of("POST", "/api/v1/session").header("Origin", "https://evil.example"));
    passes(Exchange.of("GET", PAGE));

    assertThat(log.lines())
        .containsExactly(
            "NOT_ALLOWED hoerde-1 signIn.notYours",
            "NOT_FROM_OUR_PAGE hoerde-1 signIn.csrf",
            "NOT_FROM_OUR_PAGE - signIn.csrf");
  }

  @Nested
  class FromAnotherSite {

    @ParameterizedTest
    @ValueSource(
        strings = {
          "https://evil.example",
          "http://office.example",
          "http://office.example:8081",
          "http://kiosk.example",
          "http://office.example:8080.evil",
          "http://evil-office.example:8080",
          "https://kiosk.example.evil",
          "http://office.example:8080.evil.example",
          "office.example:8080"
        })
    void nothingIsChangedWhateverIsShown(String origin) throws Exception {
      Exchange exchange =
          Exchange.of("POST", CALL).signedInByHeader().header("X-CSRF-Token", "the-secret");
      assertThat(passes(exchange.header("Origin", origin))).isFalse();
      assertThat(exchange.status).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cross-site", "same-site"})
    void theBrowserGivesItAway(String site) throws Exception {
      Exchange exchange = Exchange.of("POST", "/sign-in.xhtml").header("Sec-Fetch-Site", site);
      assertThat(passes(exchange)).isFalse();
    }

    @Test
    void noPersonSignsIn() throws Exception {
      Exchange exchange = Exchange.of("POST", "/api/v1/session");
      assertThat(passes(exchange.header("Origin", "https://evil.example"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example", "null"})
    void noSocketIsOpened(String origin) throws Exception {
      Exchange exchange = Exchange.of("GET", "/ws/hoerde").signedInByCookie();
      assertThat(passes(exchange.header("Origin", origin))).isFalse();
      assertThat(exchange.status).isEqualTo(403);
    }

    @Test
    void aLinkStillLeadsHere() throws Exception {
      Exchange exchange = Exchange.of("GET", PAGE).signedInByCookie();
      assertThat(passes(exchange.header("Sec-Fetch-Site", "cross-site"))).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://office.example:8080",
        "https://OFFICE.example:8080",
        "https://kiosk.example",
        "null"
      })
  void ourOwnPagesPass(String origin) throws Exception {
    Exchange exchange = Exchange.of("POST", PAGE).signedInByCookie().header("Origin", origin);
    assertThat(passes(exchange.formOfOurs().field("csrf", "the-secret"))).isTrue();
  }

  @Test
  void aLineIsSeenOnlyInTheOwnOffice() throws Exception {
    for (String way : List.of("/ws/", "/live/")) {
      assertThat(passes(Exchange.of("GET", way + "hoerde").signedInByCookie())).isTrue();
      Exchange other = Exchange.of("GET", way + "eving").signedInByCookie();
      assertThat(passes(other)).isFalse();
      assertThat(other.status).isEqualTo(403);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"AUDITOR", "COORDINATION"})
  void aPersonWhoServesNoVisitorsSeesNoLineAndNoAppointments(Role role) throws Exception {
    for (String path :
        List.of(
            "/api/v1/offices/hoerde/line",
            "/api/v1/offices/hoerde/appointments",
            "/api/v1/counters/1/next",
            CALL,
            "/live/hoerde",
            "/ws/hoerde")) {
      Exchange exchange = Exchange.of("GET", path).signedInBy(role);
      assertThat(passes(exchange)).as(path).isFalse();
      assertThat(exchange.status).as(path).isEqualTo(403);
      assertThat(exchange.answered).containsEntry("Content-Type", "application/problem+json");
    }
    assertThat(passes(Exchange.of("GET", PAGE).signedInBy(role))).isFalse();
    assertThat(passes(Exchange.of("GET", "/day-list.xhtml").signedInBy(role))).isFalse();
    assertThat(passes(Exchange.of("GET", "/start.xhtml").signedInBy(role))).isTrue();
    assertThat(passes(Exchange.of("DELETE", "/api/v1/session").signedInBy(role))).isTrue();
  }

  @ParameterizedTest
  @EnumSource(Role.class)
  void aPageThatIsNamedNowhereIsClosedToAll(Role role) throws Exception {
    Exchange exchange = Exchange.of("GET", "/new-page.xhtml").signedInBy(role);

    assertThat(passes(exchange)).isFalse();
    assertThat(exchange.status).isEqualTo(404);
  }

  @ParameterizedTest
  @EnumSource(Role.class)
  void aCallThatIsNamedNowhereIsUnknownToAll(Role role) throws Exception {
    for (String path :
        List.of("/api/", "/api/v1/reports", "/api/v2/offices", "/api/v1/offices/hoerde/secrets")) {
      for (String method : List.of("GET", "POST", "DELETE")) {
        Exchange exchange = Exchange.of(method, path).signedInBy(role);
        exchange.header("X-CSRF-Token", "the-secret");

        assertThat(passes(exchange)).as(path).isFalse();
        assertThat(exchange.status).as(path).isEqualTo(404);
        assertThat(exchange.answered).containsEntry("Content-Type", "application/problem+json");
      }
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"COUNSELLOR", "OFFICE_LEAD", "ADMIN"})
  void aPersonWhoServesVisitorsSeesTheLine(Role role) throws Exception {
    for (String path :
        List.of("/api/v1/offices/hoerde/line", "/api/v1/session", "/ws/hoerde", PAGE)) {
      assertThat(passes(Exchange.of("GET", path).signedInBy(role))).as(path).isTrue();
    }
  }

  private boolean passes(Exchange exchange) throws IOException, ServletException {
    boolean[] passed = {false};
    gate.doFilter(exchange.request(), exchange.response(), (request, response) -> passed[0] = true);
    return passed[0];
  }
}

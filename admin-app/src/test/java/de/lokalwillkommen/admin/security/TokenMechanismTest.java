package de.lokalwillkommen.admin.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.lokalwillkommen.core.kernel.Refused;
import de.lokalwillkommen.core.staff.SecretToken;
import de.lokalwillkommen.core.staff.SignedIn;
import de.lokalwillkommen.core.staff.SigningIn;
import de.lokalwillkommen.core.storage.Storage;
import de.lokalwillkommen.core.storage.shared.StorageState;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TokenMechanismTest {

  private final List<SecretToken> shown = new ArrayList<>();
  private final List<Boolean> uses = new ArrayList<>();
  private final List<Object> loggedIn = new ArrayList<>();

  private final SigningIn signingIn =
      new SigningIn() {
        @Override
        public Optional<SignedIn> recognise(SecretToken token, boolean byHand) {
          shown.add(token);
          uses.add(byHand);
          return Optional.of(Exchange.COUNSELLOR).filter(c -> token.equals(Exchange.TOKEN));
        }
      };

  @Test
  void recognisesABrowserByItsCookie() {
    Exchange exchange = Exchange.of("GET", "/console.xhtml").cookie("lw_session", "the-token");
    assertThat(ask(exchange)).isEqualTo(AuthenticationStatus.SUCCESS);
    assertThat(loggedIn).containsExactly("hoerde-1", Set.of("COUNSELLOR"));
    assertThat(CurrentUser.Caller.in(exchange.request()).orElseThrow().byCookie()).isTrue();
  }

  @Test
  void recognisesAProgramByItsHeader() {
    Exchange exchange =
        Exchange.of("GET", "/api/v1/offices/hoerde/line")
            .header("Authorization", "bearer  the-token");
    assertThat(ask(exchange)).isEqualTo(AuthenticationStatus.SUCCESS);
    assertThat(CurrentUser.Caller.in(exchange.request()).orElseThrow().byCookie()).isFalse();
    assertThat(new CurrentUser(exchange.request()).get()).isEqualTo(Exchange.COUNSELLOR);
    assertThat(new CurrentUser(exchange.request()).token()).isEqualTo(Exchange.TOKEN);
  }

  @Test
  void tellsWhatAPersonDoesFromWhatAnOpenPageDoesByItself() {
    ask(Exchange.of("GET", "/console.xhtml").cookie("lw_session", "the-token"));
    ask(Exchange.of("POST", "/console.xhtml").cookie("lw_session", "the-token"));
    ask(Exchange.of("POST", "/api/v1/tickets/5/start").header("Authorization", "Bearer the-token"));
    assertThat(uses).containsOnly(true);
    uses.clear();

    ask(
        Exchange.of("POST", "/console.xhtml")
            .cookie("lw_session", "the-token")
            .header("X-LW-Automatic", "1"));
    ask(Exchange.of("GET", "/ws/hoerde").cookie("lw_session", "the-token"));
    ask(
        Exchange.of("GET", "/api/v1/offices/hoerde/line")
            .header("Authorization", "Bearer the-token"));
    assertThat(uses).containsOnly(false);
  }

  @Test
  void doesNotFallBackToTheCookieForAWrongHeader() {
    Exchange exchange =
        Exchange.of("POST", "/api/v1/tickets/5/start")
            .header("Authorization", "Bearer something")
            .cookie("lw_session", "the-token");
    assertThat(ask(exchange)).isEqualTo(AuthenticationStatus.NOT_DONE);
    assertThat(new CurrentUser(exchange.request()).signIn()).isEmpty();
  }

  @Test
  void understandsNoOtherWayOfSigningIn() {
    Exchange exchange =
        Exchange.of("GET", "/console.xhtml").header("Authorization", "Basic dGhlLXRva2Vu");
    assertThat(ask(exchange)).isEqualTo(AuthenticationStatus.NOT_DONE);
    assertThat(shown).isEmpty();
  }

  @Test
  void aStrangerIsNotRecognised() {
    Exchange exchange = Exchange.of("GET", "/console.xhtml").cookie("lw_session", "");
    assertThat(ask(exchange)).isEqualTo(AuthenticationStatus.NOT_DONE);
    assertThatThrownBy(() -> new CurrentUser(exchange.request()).get())
        .isInstanceOf(Refused.class)
        .hasMessage("signIn.needed");
  }

  @Test
  void assetsAreNotWorthAskingTheDatabase() {
    ask(Exchange.of("GET", "/assets/abc/css/base.css").cookie("lw_session", "the-token"));
    assertThat(shown).isEmpty();
  }

  @Test
  void overHttpsOnlyTheCookieThatInsistsOnItCounts() {
    Exchange plain = Exchange.of("GET", "/").secure().cookie("lw_session", "the-token");
    assertThat(ask(plain)).isEqualTo(AuthenticationStatus.NOT_DONE);
    Exchange insisting = Exchange.of("GET", "/").secure().cookie("__Host-lw_session", "the-token");
    assertThat(ask(insisting)).isEqualTo(AuthenticationStatus.SUCCESS);
  }

  @Test
  void theCookieIsForThisServerAndThisBrowserSessionOnly() {
    Exchange exchange = Exchange.of("POST", "/sign-in.xhtml").secure();
    SignInCookie.put(Exchange.TOKEN, exchange.request(), exchange.response());
    assertThat(exchange.given)
        .singleElement()
        .satisfies(
            cookie -> {
              assertThat(cookie.getName()).isEqualTo("__Host-lw_session");
              assertThat(cookie.getValue()).isEqualTo("the-token");
              assertThat(cookie.getPath()).isEqualTo("/");
              assertThat(cookie.isHttpOnly()).isTrue();
              assertThat(cookie.getSecure()).isTrue();
              assertThat(cookie.getAttribute("SameSite")).isEqualTo("Strict");
              assertThat(cookie.getMaxAge()).isNegative();
            });
  }

  private AuthenticationStatus ask(Exchange exchange) {
    return new TokenMechanism(signingIn, new Storage(new StorageState()))
        .validateRequest(exchange.request(), exchange.response(), context());
  }

  private HttpMessageContext context() {
    return (HttpMessageContext)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {HttpMessageContext.class},
            (proxy, call, arguments) ->
                switch (call.getName()) {
                  case "notifyContainerAboutLogin" -> {
                    loggedIn.addAll(List.of(arguments));
                    yield AuthenticationStatus.SUCCESS;
                  }
                  case "doNothing" -> AuthenticationStatus.NOT_DONE;
                  default -> throw new UnsupportedOperationException(call.getName());
                });
  }
}

package de.lokalwillkommen.admin.provider;

import static de.lokalwillkommen.core.kernel.Refusals.refusalOf;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import de.lokalwillkommen.core.federation.ProviderAccount;
import de.lokalwillkommen.core.federation.SigningOutWithProvider.Elsewhere;
import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class IdentityProviderTest {

  private static final Duration PATIENCE = Duration.ofMillis(400);

  @TempDir private static Path folder;

  private TinyProvider there;
  private IdentityProvider here;
  private final Flow flow = Flow.begin(Optional.of("hoerde"), Optional.of("1"));

  @BeforeEach
  void start() throws IOException {
    there = new TinyProvider();
    Path secret = Files.writeString(folder.resolve("secret"), TinyProvider.SECRET + "\n");
    here = new IdentityProvider(there.settings(secret), PATIENCE);
  }

  @AfterEach
  void stop() {
    there.close();
  }

  private Map<String, List<String>> back() {
    return there.signIn(here.signInAddress(flow));
  }

  private ProviderAccount redeem(Map<String, List<String>> parameters) {
    return here.redeem(Optional.of(flow), parameters);
  }

  private String refusal(Map<String, List<String>> parameters) {
    Refusal refusal = refusalOf(() -> redeem(parameters));
    assertThat(refusal.kind()).isEqualTo(Kind.NOT_SIGNED_IN);
    return refusal.key();
  }

  @Test
  void aSignInAsksForACodeWithStateNonceAndChallenge() {
    URI address = URI.create(here.signInAddress(flow));
    Map<String, String> asked = TinyProvider.parameters(address.getRawQuery());

    assertThat(address.toString()).startsWith(there.issuer() + "/auth?");
    assertThat(asked)
        .containsEntry("response_type", "code")
        .containsEntry("client_id", TinyProvider.CLIENT)
        .containsEntry("redirect_uri", TinyProvider.PAGES + "/admin/provider")
        .containsEntry("scope", "openid profile")
        .containsEntry("code_challenge_method", "S256")
        .containsEntry("prompt", "login");
    assertThat(asked.get("state")).hasSize(43).isNotEqualTo(asked.get("nonce"));
    assertThat(address.toString()).doesNotContain(flow.seed().value(), flow.verifier());
  }

  @Test
  void theCodeGivesTheAccount() {
    ProviderAccount account = redeem(back());

    assertThat(account.issuer()).isEqualTo(there.issuer());
    assertThat(account.subject()).isEqualTo("4711");
    assertThat(account.name()).isEqualTo("Jana Beispiel");
    assertThat(account.values()).containsExactlyInAnyOrder("/rat", "/it");
    assertThat(account.session()).contains("session-1");
    assertThat(account.toString()).doesNotContain("Jana", "4711");
  }

  @Test
  void aCodeIsAcceptedOnce() {
    Map<String, List<String>> back = back();
    redeem(back);

    assertThat(refusal(back)).isEqualTo("federation.rejected");
  }

  @Test
  void anAnswerToNoSignInOfThisBrowserIsRefusedAndItsCodeIsNotSent() {
    Map<String, List<String>> back = back();
    Flow another = Flow.begin(Optional.empty(), Optional.empty());

    assertThat(refusalOf(() -> here.redeem(Optional.empty(), back)).key())
        .isEqualTo("federation.stale");
    assertThat(refusalOf(() -> here.redeem(Optional.of(another), back)).key())
        .isEqualTo("federation.stale");
    assertThat(refusal(without(back, "state"))).isEqualTo("federation.stale");
    assertThat(refusal(Map.of())).isEqualTo("federation.stale");
    assertThat(refusal(with(back, "state", back.get("state").get(0), "x")))
        .isEqualTo("federation.stale");
    redeem(back);
  }

  @Test
  void anAnswerOfAnotherIssuerIsRefused() {
    Map<String, List<String>> back = back();
    assertThat(refusal(with(back, "iss", "https://evil.example"))).isEqualTo("federation.rejected");
    redeem(with(back, "iss", there.issuer()));
  }

  @Test
  void anAnswerWithoutItsIssuerIsRefusedIfTheProviderPromisesIt() {
    there.configuration =
        text -> text.replace("{", "{\"authorization_response_iss_parameter_supported\":true,");
    Map<String, List<String>> back = back();

    assertThat(refusal(back)).isEqualTo("federation.rejected");
    redeem(with(back, "iss", there.issuer()));
  }

  @Test
  void aRefusalOfTheProviderIsRefused() {
    Map<String, List<String>> back = with(without(back(), "code"), "error", "access_denied");
    assertThat(refusal(back)).isEqualTo("federation.rejected");
  }

  private static Map<String, List<String>> without(Map<String, List<String>> all, String name) {
    Map<String, List<String>> fewer = new HashMap<>(all);
    fewer.remove(name);
    return fewer;
  }

  private static Map<String, List<String>> with(
      Map<String, List<String>> all, String name, String... values) {
    Map<String, List<String>> more = new HashMap<>(all);
    more.put(name, List.of(values));
    return more;
  }

  static Stream<Arguments> wrongClaims() {
    return Stream.of(
        wrong("issuer", claims -> claims.issuer("https://evil.example")),
        wrong("audience", claims -> claims.audience("another-client")),
        wrong(
            "authorized party",
            claims -> claims.audience(List.of(TinyProvider.CLIENT, "b")).claim("azp", "b")),
        wrong("nonce", claims -> claims.claim("nonce", "foreign")),
        wrong("no nonce", claims -> claims.claim("nonce", null)),
        wrong("expired", claims -> claims.expirationTime(secondsFromNow(-120))),
        wrong("no end", claims -> claims.expirationTime(null)),
        wrong("from the future", claims -> claims.issueTime(secondsFromNow(300))),
        wrong("no subject", claims -> claims.subject(null)));
  }

  private static Arguments wrong(String name, UnaryOperator<JWTClaimsSet.Builder> change) {
    return Arguments.of(name, change);
  }

  private static Date secondsFromNow(int seconds) {
    return Date.from(Instant.now().plusSeconds(seconds));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("wrongClaims")
  void aTokenThatIsNotForThisSignInIsRefused(
      String name, UnaryOperator<JWTClaimsSet.Builder> change) {
    there.claims = change;
    assertThat(refusal(back())).as(name).isEqualTo("federation.rejected");
  }

  @Test
  void clocksMayDifferByLessThanAMinute() {
    there.claims = claims -> claims.expirationTime(secondsFromNow(-20));
    assertThat(redeem(back()).subject()).isEqualTo("4711");
  }

  @Test
  void aTokenThatTheProviderHasNotSignedIsRefused() {
    there.signing = (p, set) -> new PlainJWT(set).serialize();
    assertThat(refusal(back())).as("without a signature").isEqualTo("federation.rejected");
    there.signing = (p, set) -> withSecret(set);
    assertThat(refusal(back())).as("with the secret").isEqualTo("federation.rejected");
    there.signing = TinyProvider::signWithOther;
    assertThat(refusal(back())).as("with another key").isEqualTo("federation.rejected");
    there.signing = (p, set) -> "no.token.atall";
    assertThat(refusal(back())).as("no token").isEqualTo("federation.rejected");
  }

  private static String withSecret(JWTClaimsSet set) {
    try {
      SignedJWT token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), set);
      token.sign(new MACSigner("0123456789abcdef0123456789abcdef"));
      return token.serialize();
    } catch (com.nimbusds.jose.JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void unknownKeysAreAskedForRarely() {
    redeem(back());
    there.signing = TinyProvider::signWithOther;
    for (int i = 0; i < 10; i++) {
      assertThat(refusal(back())).isEqualTo("federation.rejected");
    }
    assertThat(there.keysRead.get()).isLessThanOrEqualTo(3);
    assertThat(there.configurationsRead.get()).isEqualTo(1);
  }

  @Test
  void aSignOutLeadsToTheProviderAndBack() {
    String token = redeem(back()).idToken();
    Map<String, String> asked =
        TinyProvider.parameters(
            URI.create(here.signOutAddress(new Elsewhere(Optional.of(token))).orElseThrow())
                .getRawQuery());

    assertThat(asked)
        .containsEntry("id_token_hint", token)
        .containsEntry("client_id", TinyProvider.CLIENT)
        .containsEntry("post_logout_redirect_uri", TinyProvider.PAGES + "/admin/sign-in.xhtml");
    assertThat(here.signOutAddress(new Elsewhere(Optional.empty())).orElseThrow())
        .doesNotContain("id_token_hint");
  }

  @Test
  void aMessageAboutASignOutNamesSessionAndAccount() {
    LogoutNotice notice = here.readLogout(there.logoutToken(claims -> claims)).orElseThrow();

    assertThat(notice.session()).contains("session-1");
    assertThat(notice.subject()).contains("4711");
    assertThat(notice.ago()).isLessThan(Duration.ZERO);
    LogoutNotice older =
        here.readLogout(
                there.logoutToken(
                    claims -> claims.claim("sid", null).issueTime(secondsFromNow(-300))))
            .orElseThrow();
    assertThat(older.session()).isEmpty();
    assertThat(older.ago()).isBetween(Duration.ofSeconds(235), Duration.ofSeconds(250));
  }

  static Stream<Arguments> wrongLogouts() {
    return Stream.of(
        wrong("issuer", claims -> claims.issuer("https://evil.example")),
        wrong("audience", claims -> claims.audience("another-client")),
        wrong("no event", claims -> claims.claim("events", null)),
        wrong("an ID token", claims -> claims.claim("nonce", "n")),
        wrong("nobody", claims -> claims.subject(null).claim("sid", null)),
        wrong("expired", claims -> claims.expirationTime(secondsFromNow(-300))),
        wrong("no time", claims -> claims.issueTime(null)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("wrongLogouts")
  void aWrongMessageAboutASignOutDoesNothing(
      String name, UnaryOperator<JWTClaimsSet.Builder> change) {
    assertThat(here.readLogout(there.logoutToken(change))).as(name).isEmpty();
  }

  @Test
  void textThatIsNoMessageDoesNothing() {
    assertThat(here.readLogout("")).isEmpty();
    assertThat(here.readLogout("a.b.c")).isEmpty();
    assertThat(here.readLogout(new PlainJWT(new JWTClaimsSet.Builder().build()).serialize()))
        .isEmpty();
  }

  @Test
  void aProviderThatHangsIsGivenUpAndThenNotAskedForAWhile() {
    there.delay = 10_000;
    long began = System.nanoTime();
    for (int i = 0; i < 50; i++) {
      Refusal refusal = refusalOf(() -> here.signInAddress(flow));
      assertThat(refusal.key()).isEqualTo("federation.away");
      assertThat(refusal.kind()).isEqualTo(Kind.UNAVAILABLE);
    }
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(2));
    assertThat(there.configurationsRead.get()).isEqualTo(1);
  }

  @Test
  void aFaultAtOneCodeKeepsNoOtherPersonFromSigningIn() {
    Map<String, List<String>> mine = back();
    there.failsAtCodes = true;
    assertThat(refusalOf(() -> redeem(mine)).key()).isEqualTo("federation.away");

    there.failsAtCodes = false;
    assertThat(redeem(back()).subject()).isEqualTo("4711");
  }

  @Test
  void whatIsKnownStaysInUseWhileTheProviderIsAway() {
    String before = here.signInAddress(flow);
    there.close();

    assertThat(here.signInAddress(flow)).isEqualTo(before);
  }

  @Test
  void aConfigurationThatIsNotTheProvidersIsNotUsed() {
    List<UnaryOperator<String>> wrong =
        List.of(
            text -> text.replace("\"issuer\":\"http", "\"issuer\":\"https"),
            text -> text.replace("/token\"", "/token\"").replace("http://127.0.0.1", "http://evil"),
            text -> text.replaceFirst("\"token_endpoint\":\"[^\"]*\",", ""),
            text -> "<html>",
            text -> " ".repeat(LimitedBody.MOST + 1));
    for (UnaryOperator<String> change : wrong) {
      there.configuration = change;
      IdentityProvider fresh =
          new IdentityProvider(there.settings(folder.resolve("secret")), PATIENCE);
      assertThat(refusalOf(() -> fresh.signInAddress(flow)).key()).isEqualTo("federation.away");
    }
  }
}

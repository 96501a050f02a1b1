package de.lokalwillkommen.server.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The exact security headers of every kind of answer of every application. A header that is
 * changed, removed or added must be changed here too.
 */
class SecurityHeadersIT {

  /** The headers to compare: all that browsers obey, and all that reveal the product. */
  private static final List<String> COMPARED =
      List.of(
          "access-control-allow-origin",
          "cache-control",
          "content-security-policy",
          "content-security-policy-report-only",
          "cross-origin-embedder-policy",
          "cross-origin-opener-policy",
          "cross-origin-resource-policy",
          "permissions-policy",
          "referrer-policy",
          "server",
          "strict-transport-security",
          "x-content-type-options",
          "x-frame-options",
          "x-lw",
          "x-powered-by");

  private static final String POLICY =
      "default-src 'none'; script-src 'self'%s; style-src 'self'; img-src 'self' data:;"
          + " media-src 'self'; font-src 'self'; connect-src 'self'; base-uri 'none';"
          + " form-action 'self'; frame-ancestors 'none'; object-src 'none'";

  private static final String PERMISSIONS =
      "camera=(), microphone=(), geolocation=(), autoplay=(self)";

  private static final Map<String, String> ADMITTING_NOTHING =
      Map.of(
          "cache-control",
          "no-store",
          "content-security-policy",
          "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
          "cross-origin-opener-policy",
          "same-origin",
          "referrer-policy",
          "no-referrer",
          "x-content-type-options",
          "nosniff",
          "x-lw",
          "1");

  private static final String ANY_NONCE = " 'nonce-'";
  private static final Pattern NONCE = Pattern.compile(" 'nonce-([A-Za-z0-9+/=]{22,})'");

  private final Api api = new Api(RunningServer.shared());

  /** The pages of staff alone run scripts in themselves, each with the answer's own nonce. */
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "/kiosk/hoerde, 200, false, no-store",
    "/kiosk/assets/0/css/base.css, 200, false, no-cache",
    "/kiosk/api/v1/offices, 200, false, no-store",
    "/kiosk/api/v1/offices/nowhere, 404, false, no-store",
    "/kiosk/nowhere/at/all, 404, false, no-store",
    "/kiosk/assets/0/nothing.css, 404, false, no-store",
    "/display/hoerde, 200, false, no-store",
    "/display/assets/0/css/tokens.css, 200, false, no-cache",
    "/display/api/v1/offices/hoerde/board, 200, false, no-store",
    "/display/api/v1/offices/nowhere/board, 404, false, no-store",
    "/display/nowhere, 404, false, no-store",
    "/admin/sign-in.xhtml, 200, true, no-store",
    "/admin/assets/0/css/tokens.css, 200, false, no-cache",
    "/admin/api/v1/line, 401, false, no-store",
    "/admin/console.xhtml, 302, false, no-store",
    "/admin/assets/0/nothing.css, 404, true, no-store"
  })
  void areExactlyThese(String path, int status, boolean runsScripts, String caching) {
    Api.Answer answer = api.get(path);

    assertThat(answer.status()).isEqualTo(status);
    assertThat(sent(answer))
        .isEqualTo(
            Map.of(
                "cache-control",
                caching,
                "content-security-policy",
                POLICY.formatted(runsScripts ? ANY_NONCE : ""),
                "cross-origin-opener-policy",
                "same-origin",
                "permissions-policy",
                PERMISSIONS,
                "referrer-policy",
                "no-referrer",
                "x-content-type-options",
                "nosniff",
                "x-lw",
                "1"));
  }

  /** The server answers paths of no application: such an answer runs, loads and sends nothing. */
  @Test
  void outsideOfAllApplicationsTheyAdmitNothingAtAll() {
    assertThat(sent(api.get("/nothing"))).isEqualTo(ADMITTING_NOTHING);
  }

  /** The server adds a page to an error that an application leaves without one. */
  @Test
  void anErrorWithoutAPageOfItsApplicationAdmitsNothingEither() {
    Map<String, String> expected = new TreeMap<>(ADMITTING_NOTHING);
    expected.put("permissions-policy", PERMISSIONS);

    assertThat(sent(api.get("/display/assets/0/nothing.css"))).isEqualTo(expected);
  }

  @Test
  void aNonceIsUsedOnce() {
    List<String> nonces =
        Stream.generate(() -> api.get("/admin/sign-in.xhtml").header("Content-Security-Policy"))
            .limit(3)
            .map(NONCE::matcher)
            .filter(Matcher::find)
            .map(nonce -> nonce.group(1))
            .toList();

    assertThat(nonces).hasSize(3).doesNotHaveDuplicates();
  }

  @Test
  void anAssetIsKeptForEverUnderTheAddressThatAPageNames() {
    Matcher asset =
        Pattern.compile("/kiosk/assets/[^\"]+\\.css").matcher(api.get("/kiosk/hoerde").body());

    assertThat(asset.find()).isTrue();
    assertThat(api.get(asset.group()).header("Cache-Control"))
        .isEqualTo("public, max-age=31536000, immutable");
  }

  private static Map<String, String> sent(Api.Answer answer) {
    Map<String, String> sent = new TreeMap<>();
    for (String header : COMPARED) {
      List<String> values = answer.headers().allValues(header);
      if (!values.isEmpty()) {
        sent.put(header, NONCE.matcher(String.join(" | ", values)).replaceAll(ANY_NONCE));
      }
    }
    return sent;
  }
}

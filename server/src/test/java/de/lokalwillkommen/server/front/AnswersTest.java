package de.lokalwillkommen.server.front;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswersTest {

  private static final Pattern INLINE =
      Pattern.compile("<(?:style|script)>(.*?)</(?:style|script)>", Pattern.DOTALL);
  private static final Pattern UNFIT_FOR_JSON = Pattern.compile("[\"\\\\\\p{Cntrl}]");

  private final FrontTexts texts = FrontTexts.load();
  private final Answers answers = new Answers(true);

  private Answers.Answer page(int status) {
    return answers.to(Rejection.of(status), Optional.of(new Browser()));
  }

  private record Browser() implements Head {

    @Override
    public String method() {
      return "GET";
    }

    @Override
    public String path() {
      return "/kiosk/";
    }

    @Override
    public String query() {
      return "";
    }

    @Override
    public List<String> all(String header) {
      return header.equals("Accept") ? List.of("text/html,*/*") : List.of();
    }

    @Override
    public boolean isHttp10() {
      return false;
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 403, 404, 405, 408, 413, 414, 415, 431, 500, 501, 503, 505})
  void everyStatusIsSaidInEveryLanguage(int status) {
    String page = new String(page(status).body(), StandardCharsets.UTF_8);

    assertThat(texts.all()).hasSizeGreaterThan(2);
    for (FrontTexts.Speech speech : texts.all()) {
      assertThat(page).contains("lang=\"" + speech.tag() + "\"", speech.title(status));
      assertThat(UNFIT_FOR_JSON.matcher(speech.title(status)).find()).isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {404, 503})
  void theContentSecurityPolicyAdmitsWhatThePageHoldsAndNothingElse(int status) throws Exception {
    Answers.Answer page = page(status);
    String policy = page.headers().get("Content-Security-Policy");
    Matcher inline = INLINE.matcher(new String(page.body(), StandardCharsets.UTF_8));

    int found = 0;
    while (inline.find()) {
      byte[] content = inline.group(1).getBytes(StandardCharsets.UTF_8);
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(content);
      assertThat(policy).contains("'sha256-" + Base64.getEncoder().encodeToString(hash) + "'");
      found++;
    }
    assertThat(found).isEqualTo(status == 503 ? 2 : 1);
    assertThat(policy).startsWith("default-src 'none'").doesNotContain("unsafe");
  }

  @Test
  void aHeadRequestGetsOnlyTheHeaders() {
    String whole = new String(page(404).toBytes(true), StandardCharsets.UTF_8);
    String head = new String(page(404).toBytes(false), StandardCharsets.UTF_8);

    assertThat(whole).startsWith(head);
    assertThat(head).endsWith("\r\n\r\n").contains("Content-Length: " + page(404).body().length);
    assertThat(head).contains("Strict-Transport-Security: ", "X-LW: 1");
  }
}

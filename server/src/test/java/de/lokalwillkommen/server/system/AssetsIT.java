package de.lokalwillkommen.server.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The style sheets and scripts that all applications share, and those of one application. */
class AssetsIT {

  private static final Pattern BASE = Pattern.compile("/(?:kiosk|display|admin)/assets/\\w{12}");

  private final Api api = new Api(RunningServer.shared());

  @ParameterizedTest
  @CsvSource({
    "/kiosk/hoerde, css/kiosk.css, js/board.js",
    "/display/hoerde, js/board.js, css/console.css",
    "/admin/sign-in.xhtml, css/console.css, css/kiosk.css"
  })
  void anApplicationHasItsOwnAndTheSharedOnesButNoneOfAnother(
      String page, String own, String ofAnother) {
    String base = baseOf(page) + "/";

    assertThat(Stream.of(own, "css/tokens.css", "fonts/fonts.css", "js/live-socket.js"))
        .allSatisfy(
            name -> {
              Api.Answer answer = api.get(base + name);
              assertThat(answer.status()).as(name).isEqualTo(200);
              assertThat(answer.header("Cache-Control")).as(name).contains("immutable");
            });
    assertThat(api.get(base + ofAnother).status()).isEqualTo(404);
  }

  /** Each hash is over the shared ones and the application's own. */
  @Test
  void theAddressChangesWithTheAssetsOfOneApplication() {
    List<String> hashes =
        Stream.of("/kiosk/hoerde", "/display/hoerde", "/admin/sign-in.xhtml")
            .map(page -> baseOf(page).replaceFirst(".*/", ""))
            .toList();

    assertThat(hashes).doesNotHaveDuplicates();
  }

  private String baseOf(String page) {
    Matcher base = BASE.matcher(api.get(page).body());
    assertThat(base.find()).isTrue();
    return base.group();
  }
}

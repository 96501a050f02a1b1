package de.lokalwillkommen.kiosk.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.core.kernel.Refused;
import de.lokalwillkommen.web.app.Installation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VisitorLimitTest {

  @TempDir private Path folder;

  private VisitorLimit limit(boolean demo) throws IOException {
    Path key = Files.write(folder.resolve("key"), new byte[32]);
    return new VisitorLimit(new Installation(demo, key.toString()));
  }

  @Test
  void aVisitorWhoAsksWithoutEndIsAskedToWait() throws IOException {
    VisitorLimit limit = limit(false);

    assertThatThrownBy(
            () -> {
              for (int i = 0; i < 100; i++) {
                limit.admit("one");
              }
            })
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> assertThat(refused.refusal().kind()).isEqualTo(Kind.TOO_OFTEN));
    limit.admit("another");
  }

  @Test
  void tokensOfAnyLengthAreDistinguished() throws IOException {
    VisitorLimit limit = limit(false);
    String endless = "x".repeat(8000);
    for (int i = 0; i < 30; i++) {
      limit.admit(endless + "1");
    }

    assertThatThrownBy(() -> limit.admit(endless + "1")).isInstanceOf(Refused.class);
    assertThatCode(() -> limit.admit(endless + "2")).doesNotThrowAnyException();
  }

  @Test
  void disabledInDemoMode() throws IOException {
    VisitorLimit limit = limit(true);

    assertThatCode(
            () -> {
              for (int i = 0; i < 100; i++) {
                limit.admit("one");
              }
            })
        .doesNotThrowAnyException();
  }
}

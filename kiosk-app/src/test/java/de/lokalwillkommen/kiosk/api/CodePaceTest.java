package de.lokalwillkommen.kiosk.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.lokalwillkommen.core.booking.BookingCode;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.core.kernel.Refused;
import de.lokalwillkommen.web.app.Installation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CodePaceTest {

  private static final int MANY = 700;

  @TempDir private Path folder;

  private CodePace pace(boolean demo) throws IOException {
    Path key = Files.write(folder.resolve("key"), new byte[32]);
    return new CodePace(new Installation(demo, key.toString()));
  }

  private static void guess(CodePace pace) {
    for (int i = 0; i < MANY; i++) {
      pace.admit("ABCD2%d".formatted(i + 222).replace('0', 'X').replace('1', 'Y'));
    }
  }

  private static void assertRefused(Runnable asking, Kind kind) {
    assertThatThrownBy(asking::run)
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.refusal().kind()).isEqualTo(kind));
  }

  @Test
  void whoeverTriesCodeAfterCodeIsStoppedAndOthersAreNot() throws IOException {
    CodePace pace = pace(false);
    pace.admit("KNWN-2222");
    pace.remember(new BookingCode("GVEN2222"));

    assertRefused(() -> guess(pace), Kind.TOO_OFTEN);

    assertThat(pace.admit("knwn2222")).isEqualTo(new BookingCode("KNWN2222"));
    assertThatCode(() -> pace.admit("GVEN2222")).doesNotThrowAnyException();
  }

  @Test
  void oneCodeHasTheirVisitorsPace() throws IOException {
    CodePace pace = pace(false);

    assertRefused(
        () -> {
          for (int i = 0; i < 100; i++) {
            pace.admit("ABCD-2345");
          }
        },
        Kind.TOO_OFTEN);
  }

  @Test
  void whatCannotBeACodeIsUnknown() throws IOException {
    CodePace pace = pace(false);

    assertRefused(() -> pace.admit("0000-1111"), Kind.UNKNOWN);
    assertRefused(() -> pace.admit(""), Kind.UNKNOWN);
  }

  @Test
  void aDemonstrationDoesNotMind() throws IOException {
    CodePace pace = pace(true);

    assertThatCode(() -> guess(pace)).doesNotThrowAnyException();
  }
}

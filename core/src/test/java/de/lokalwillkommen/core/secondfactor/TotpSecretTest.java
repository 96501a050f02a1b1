package de.lokalwillkommen.core.secondfactor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpSecretTest {

  private static final byte[] KEY = new byte[32];

  /** The secret of RFC 6238, appendix B: the digits 1 to 9 and 0, twice. */
  private final TotpSecret secret =
      new TotpSecret("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ".getBytes(StandardCharsets.US_ASCII));

  @ParameterizedTest
  @CsvSource({
    "59, 287082",
    "1111111109, 081804",
    "1111111111, 050471",
    "1234567890, 005924",
    "2000000000, 279037",
    "20000000000, 353130"
  })
  void theCodesAreThoseOfTheStandard(long second, String code) {
    assertThat(secret.codeOf(TotpSecret.stepAt(Instant.ofEpochSecond(second)))).isEqualTo(code);
  }

  @Test
  void oneStepOfDriftIsAcceptedOnEitherSide() {
    Instant now = Instant.ofEpochSecond(1_234_567_890);
    long step = TotpSecret.stepAt(now);

    for (int off = -3; off <= 3; off++) {
      assertThat(secret.findStep(secret.codeOf(step + off), now, 0, 1).isPresent())
          .as("%d steps off", off)
          .isEqualTo(Math.abs(off) <= 1);
    }
  }

  @Test
  void aStepThatWasUsedAndThoseBeforeAreNotFound() {
    Instant now = Instant.ofEpochSecond(1_234_567_890);
    long step = TotpSecret.stepAt(now);

    assertThat(secret.findStep(secret.codeOf(step), now, step, 1)).isEmpty();
    assertThat(secret.findStep(secret.codeOf(step - 1), now, step, 1)).isEmpty();
    assertThat(secret.findStep(secret.codeOf(step + 1), now, step, 1)).hasValue(step + 1);
  }

  @Test
  void aProposalIsReadByApps() {
    assertThat(Proposal.of("amal.it", secret).address())
        .isEqualTo(
            "otpauth://totp/lokal%20willkommen:amal.it?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
                + "&issuer=lokal%20willkommen&algorithm=SHA1&digits=6&period=30");
    assertThat(Proposal.of("amal.it", secret).inGroups())
        .isEqualTo("GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ");
  }

  @Test
  void newSecretsHave160BitsAndDiffer() {
    assertThat(TotpSecret.random().text()).matches("[A-Z2-7]{32}");
    assertThat(IntStream.range(0, 100).mapToObj(i -> TotpSecret.random().text()).distinct())
        .hasSize(100);
  }

  @Test
  void aSealedSecretOpensForTheSamePersonAndInstallationOnly() {
    Sealing sealing = new Sealing(KEY);
    String sealed = sealing.seal(7, secret.bytes());

    assertThat(sealing.open(7, sealed)).isEqualTo(secret.bytes());
    assertThat(sealed).isNotEqualTo(sealing.seal(7, secret.bytes())).hasSizeLessThan(200);
    assertThatThrownBy(() -> sealing.open(8, sealed)).isInstanceOf(IllegalStateException.class);
    byte[] other = KEY.clone();
    other[0] = 1;
    assertThatThrownBy(() -> new Sealing(other).open(7, sealed))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void nothingSecretIsPrinted() {
    assertThat(secret + " " + Proposal.of("amal.it", secret) + new RecoveryCode("ABCD"))
        .doesNotContain("GEZD", "ABCD");
  }
}

package de.lokalwillkommen.admin.signin;

import static org.assertj.core.api.Assertions.assertThat;

import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.core.kernel.Refused;
import de.lokalwillkommen.web.security.Networks;
import de.lokalwillkommen.web.security.SecurityLog;
import de.lokalwillkommen.web.security.shared.InstallationKey;
import de.lokalwillkommen.web.security.shared.Network;
import de.lokalwillkommen.web.security.shared.SecurityEvent;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A stranger guesses one-time codes. */
class CodeAttemptsTest {

  private static final int FREE = 10;

  private final List<SecurityEvent> logged = new ArrayList<>();
  private final Networks networks =
      new Networks() {
        @Override
        public Optional<Network> find(HttpServletRequest request) {
          return Optional.of(new Network("0a000001"));
        }
      };
  private final SecurityLog log =
      new SecurityLog(new InstallationKey(new byte[32]), networks) {
        @Override
        public void write(
            SecurityEvent event, Optional<String> who, String why, HttpServletRequest request) {
          logged.add(event);
        }
      };
  private final CodeAttempts attempts = new CodeAttempts(networks, log);

  private Kind guess() {
    try {
      attempts.admit(
          null,
          "invitation",
          SecurityEvent.ACCOUNT_CREATED,
          () -> {
            throw Refusal.of(Kind.NOT_SIGNED_IN, "invitation.code").asException();
          });
      throw new IllegalStateException("a wrong code was admitted");
    } catch (Refused refused) {
      return refused.refusal().kind();
    }
  }

  @Test
  void everyGuessIsLoggedAlsoThoseThatAreNotLookedAt() {
    for (int guess = 0; guess < FREE; guess++) {
      assertThat(guess()).isEqualTo(Kind.NOT_SIGNED_IN);
    }
    assertThat(guess()).isEqualTo(Kind.TOO_OFTEN);

    assertThat(logged).hasSize(FREE + 1).endsWith(SecurityEvent.SIGN_IN_SLOWED);
  }
}

package de.lokalwillkommen.admin.security;

import static org.assertj.core.api.Assertions.assertThat;

import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.core.kernel.Refused;
import de.lokalwillkommen.core.people.OwnAccount;
import de.lokalwillkommen.core.secondfactor.UsingSecondFactor;
import de.lokalwillkommen.core.staff.Credentials;
import de.lokalwillkommen.core.staff.SecretToken;
import de.lokalwillkommen.core.staff.SignedIn;
import de.lokalwillkommen.web.ratelimit.StoppedTime;
import de.lokalwillkommen.web.security.Networks;
import de.lokalwillkommen.web.security.SecurityLog;
import de.lokalwillkommen.web.security.shared.InstallationKey;
import de.lokalwillkommen.web.security.shared.Network;
import de.lokalwillkommen.web.security.shared.SecurityEvent;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Guessing the password or the code of the person who has left a console open. */
class PasswordDeskTest {

  private static final String RIGHT = "correct horse";
  private static final int FREE = 5;
  private static final Optional<Network> OFFICE = Optional.of(new Network("0a000001"));

  private final StoppedTime time = new StoppedTime();
  private final SignInThrottle throttle = new SignInThrottle(time);
  private final List<SecurityEvent> logged = new ArrayList<>();
  private final Exchange exchange = Exchange.of("POST", "/account").signedInByCookie();
  private final CurrentUser me = new CurrentUser(exchange.request());
  private final KnownBrowsers browsers = new KnownBrowsers(new InstallationKey(new byte[32]));
  private final Networks networks =
      new Networks() {
        @Override
        public Optional<Network> find(HttpServletRequest request) {
          return OFFICE;
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

  private int looked;

  private final OwnAccount own =
      new OwnAccount() {
        @Override
        public void changePassword(
            SignedIn who, SecretToken token, Credentials shown, String chosen) {
          requirePassword(who, shown);
          if (chosen.isEmpty()) {
            throw Refusal.of(Kind.INVALID, "password.tooShort").asException();
          }
        }

        @Override
        public void requirePassword(SignedIn who, Credentials shown) {
          looked++;
          if (!RIGHT.equals(shown.password())) {
            throw Refusal.of(Kind.NOT_SIGNED_IN, "password.present").asException();
          }
        }
      };
  private final UsingSecondFactor using =
      new UsingSecondFactor() {
        @Override
        public Done confirm(SignedIn who, String code) {
          return answerTo(code);
        }

        @Override
        public Done remove(SignedIn who, String code) {
          return answerTo(code);
        }
      };
  private final PasswordDesk desk = new PasswordDesk(own, throttle, browsers, networks, log);
  private final SecondFactorDesk factors =
      new SecondFactorDesk(using, own, throttle, browsers, networks, log);

  private UsingSecondFactor.Done answerTo(String code) {
    looked++;
    return new UsingSecondFactor.Done(
        RIGHT.equals(code)
            ? Optional.empty()
            : Optional.of(Refusal.of(Kind.NOT_SIGNED_IN, "secondFactor.wrong")),
        List.of("CODE"));
  }

  private String change(String present, String chosen) {
    return keyOf(() -> desk.change(me, present, chosen, exchange.request()));
  }

  private String removeFactor(String code) {
    return keyOf(() -> factors.remove(me, code, exchange.request()));
  }

  private static String keyOf(Runnable work) {
    try {
      work.run();
      return "done";
    } catch (Refused refused) {
      return refused.refusal().key();
    }
  }

  @Test
  void afterSomeWrongPasswordsNoneIsLookedAtForAWhile() {
    for (int i = 0; i < FREE; i++) {
      assertThat(change("wrong", "new")).isEqualTo("password.present");
    }

    assertThat(change("wrong", "new")).isEqualTo("signIn.slowed");
    assertThat(change(RIGHT, "new")).as("not even the right one").isEqualTo("signIn.slowed");
    assertThat(looked).isEqualTo(FREE);
    time.passes(Duration.ofSeconds(30));
    assertThat(change(RIGHT, "new")).isEqualTo("done");
    assertThat(logged)
        .containsExactly(
            SecurityEvent.SIGN_IN_FAILED,
            SecurityEvent.SIGN_IN_FAILED,
            SecurityEvent.SIGN_IN_FAILED,
            SecurityEvent.SIGN_IN_FAILED,
            SecurityEvent.SIGN_IN_FAILED,
            SecurityEvent.SIGN_IN_SLOWED,
            SecurityEvent.SIGN_IN_SLOWED,
            SecurityEvent.PASSWORD_CHANGED);
  }

  @Test
  void wrongPasswordsHereAndAtTheSignInAreCountedTogether() {
    for (int i = 0; i < FREE - 1; i++) {
      keyOf(
          () ->
              throttle.admit(
                  "hoerde-1",
                  Optional.empty(),
                  OFFICE,
                  () -> {
                    throw Refusal.of(Kind.NOT_SIGNED_IN, "signIn.wrong").asException();
                  }));
    }

    assertThat(change("wrong", "new")).isEqualTo("password.present");
    assertThat(change(RIGHT, "new")).isEqualTo("signIn.slowed");
  }

  @Test
  void aNewPasswordThatMayNotBeChosenDoesNotCount() {
    for (int i = 0; i < 3 * FREE; i++) {
      assertThat(change(RIGHT, "")).isEqualTo("password.tooShort");
    }

    assertThat(change(RIGHT, "new")).isEqualTo("done");
  }

  @Test
  void wrongCodesCountAsWrongPasswordsDo() {
    for (int i = 0; i < FREE; i++) {
      assertThat(removeFactor("wrong")).isEqualTo("secondFactor.wrong");
    }

    assertThat(removeFactor(RIGHT)).isEqualTo("signIn.slowed");
    assertThat(change(RIGHT, "new")).isEqualTo("signIn.slowed");
    time.passes(Duration.ofSeconds(30));
    assertThat(removeFactor(RIGHT)).isEqualTo("done");
    assertThat(logged).contains(SecurityEvent.SECOND_FACTOR_CHANGED);
  }

  @Test
  void aSecondFactorIsSetUpWithThePasswordAndTheCodeOnly() {
    assertThat(keyOf(() -> factors.confirm(me, "wrong", RIGHT, exchange.request())))
        .isEqualTo("password.present");
    assertThat(keyOf(() -> factors.confirm(me, RIGHT, "wrong", exchange.request())))
        .isEqualTo("secondFactor.wrong");
    assertThat(factors.confirm(me, RIGHT, RIGHT, exchange.request())).containsExactly("CODE");
  }
}

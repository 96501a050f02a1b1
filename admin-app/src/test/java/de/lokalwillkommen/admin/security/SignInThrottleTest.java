package de.lokalwillkommen.admin.security;

import static org.assertj.core.api.Assertions.assertThat;

import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.core.kernel.Refused;
import de.lokalwillkommen.web.ratelimit.StoppedTime;
import de.lokalwillkommen.web.security.shared.Network;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SignInThrottleTest {

  private static final Optional<String> NEW_BROWSER = Optional.empty();
  private static final Optional<String> KNOWN_BROWSER = Optional.of("mark");
  private static final Optional<Network> OFFICE = Optional.of(new Network("0a000001"));
  private static final Optional<Network> STRANGER = Optional.of(new Network("c6336401"));
  private static final Optional<Network> UNKNOWN = Optional.empty();
  private static final int MANY = 1000;

  private final StoppedTime time = new StoppedTime();
  private final SignInThrottle throttle = new SignInThrottle(time);

  private int looked;

  private String answer(
      String login, Optional<String> mark, Optional<Network> network, Kind... refusal) {
    try {
      return throttle.admit(
          login,
          mark,
          network,
          () -> {
            looked++;
            if (refusal.length > 0) {
              throw Refusal.of(refusal[0], "any").asException();
            }
            return "welcome";
          });
    } catch (Refused refused) {
      return refused.refusal().key();
    }
  }

  private int guess(String login, Optional<String> mark, Optional<Network> network, int times) {
    int before = looked;
    for (int i = 0; i < times; i++) {
      answer(login, mark, network, Kind.NOT_SIGNED_IN);
    }
    return looked - before;
  }

  @Test
  void guessesForOneNameAreSlowedDown() {
    assertThat(guess("lena", NEW_BROWSER, STRANGER, MANY)).isEqualTo(5);
    assertThat(answer("lena", NEW_BROWSER, STRANGER)).isEqualTo("signIn.slowed");

    time.passes(Duration.ofSeconds(30));

    assertThat(answer("lena", NEW_BROWSER, STRANGER)).isEqualTo("welcome");
  }

  @Test
  void noDelayIsLongerThanAQuarterOfAnHour() {
    for (int i = 0; i < 100; i++) {
      guess("lena", NEW_BROWSER, STRANGER, MANY);
      time.passes(Duration.ofMinutes(15));
    }

    assertThat(answer("lena", NEW_BROWSER, STRANGER)).isEqualTo("welcome");
  }

  @Test
  void theOwnersBrowserIsNotConcernedWhereverTheStrangersAre() {
    guess("lena", NEW_BROWSER, STRANGER, MANY);
    guess("lena", NEW_BROWSER, OFFICE, MANY);
    guess("lena", NEW_BROWSER, UNKNOWN, MANY);
    for (int i = 0; i < MANY; i++) {
      guess("name-" + i, NEW_BROWSER, UNKNOWN, 1);
    }

    assertThat(answer("lena", KNOWN_BROWSER, UNKNOWN)).isEqualTo("welcome");
  }

  @Test
  void anotherNetworkIsNotConcernedEither() {
    guess("lena", NEW_BROWSER, STRANGER, MANY);

    assertThat(answer("lena", NEW_BROWSER, OFFICE)).isEqualTo("welcome");
  }

  @Test
  void manyNetworksTogetherAreSlowedForOneNameButANetworkWhoseStaffHaveSignedInIsNot() {
    answer("mehmet", NEW_BROWSER, OFFICE);
    int tried = 0;
    for (int i = 0; i < 100; i++) {
      tried += guess("lena", NEW_BROWSER, Optional.of(new Network("network " + i)), 5);
    }

    assertThat(tried).isEqualTo(20);
    assertThat(answer("lena", NEW_BROWSER, STRANGER)).isEqualTo("signIn.slowed");
    assertThat(answer("lena", NEW_BROWSER, OFFICE)).isEqualTo("welcome");
  }

  @Test
  void oneNetworkDoesNotTryNamesWithoutEnd() {
    int tried = 0;
    for (int i = 0; i < MANY; i++) {
      tried += guess("name-" + i, NEW_BROWSER, STRANGER, 1);
    }

    assertThat(tried).isBetween(30, 35);
    assertThat(answer("lena", NEW_BROWSER, OFFICE)).isEqualTo("welcome");
  }

  @Test
  void aStolenBrowserDoesNotTryPasswordsWithoutEnd() {
    assertThat(guess("lena", KNOWN_BROWSER, OFFICE, MANY)).isEqualTo(10);
    assertThat(answer("lena", NEW_BROWSER, OFFICE)).isEqualTo("welcome");
  }

  @Test
  void successesForbiddenPlacesAndABusyServerAreNotCounted() {
    for (int i = 0; i < MANY; i++) {
      assertThat(answer("lena", NEW_BROWSER, STRANGER)).isEqualTo("welcome");
      answer("lena", NEW_BROWSER, STRANGER, Kind.NOT_ALLOWED);
      answer("lena", NEW_BROWSER, STRANGER, Kind.TOO_OFTEN);
      answer("lena", KNOWN_BROWSER, STRANGER, Kind.TOO_OFTEN);
    }

    assertThat(looked).isEqualTo(4 * MANY);
  }

  @Test
  void aRightPasswordWithAWrongPlaceWipesOutNoWrongCode() {
    guess("lena", NEW_BROWSER, STRANGER, 4);
    for (int i = 0; i < MANY; i++) {
      answer("lena", NEW_BROWSER, STRANGER, Kind.INVALID);
    }

    assertThat(guess("lena", NEW_BROWSER, STRANGER, MANY)).isEqualTo(1);
  }

  @Test
  void aRightPasswordWithoutItsCodeWipesOutNoWrongCode() {
    guess("lena", NEW_BROWSER, STRANGER, 4);
    for (int i = 0; i < MANY; i++) {
      assertThat(
              throttle.<String>admit(
                  "lena", NEW_BROWSER, STRANGER, () -> "halfway", answer -> false))
          .isEqualTo("halfway");
    }

    assertThat(guess("lena", NEW_BROWSER, STRANGER, MANY)).isEqualTo(1);
  }
}

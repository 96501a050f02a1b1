package de.lokalwillkommen.admin.security;

import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.core.kernel.Refused;
import de.lokalwillkommen.web.ratelimit.GrowingDelays;
import de.lokalwillkommen.web.ratelimit.GrowingDelays.Attempt;
import de.lokalwillkommen.web.ratelimit.RateLimit;
import de.lokalwillkommen.web.ratelimit.RateLimits;
import de.lokalwillkommen.web.ratelimit.StrangerLimit;
import de.lokalwillkommen.web.security.shared.Network;
import io.github.bucket4j.TimeMeter;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Keeps strangers from guessing passwords, and from locking others out by guessing (ASVS 6.3.1). It
 * behaves the same whether or not a name exists.
 *
 * <ul>
 *   <li>Each known browser is counted separately: ten wrong passwords, then growing delays of up to
 *       a quarter of an hour.
 *   <li>Strangers wait for longer and longer after five wrong passwords for one name from one
 *       network. For one name from all networks together the delays begin after twenty and end at a
 *       minute; networks from which a person has signed in before are spared these.
 *   <li>All failures of strangers are rate-limited, per network and in total.
 * </ul>
 *
 * Counted in this server's memory: in a cluster each server counts for itself.
 */
@ApplicationScoped
public class SignInThrottle {

  private static final String SLOWED = "signIn.slowed";
  private static final Duration FIRST_DELAY = Duration.ofSeconds(30);
  private static final Duration LONGEST_DELAY = Duration.ofMinutes(15);
  private static final Duration LONGEST_SHARED_DELAY = Duration.ofMinutes(1);
  private static final int KNOWN_NETWORKS = 10_000;

  private final GrowingDelays<List<String>> knownBrowsers;
  private final GrowingDelays<List<String>> namesFromNetworks;
  private final GrowingDelays<String> names;
  private final StrangerLimit failures;

  /** Used as a set; the values have no meaning. */
  private final RateLimits<Network> knownNetworks =
      new RateLimits<>(KNOWN_NETWORKS, () -> RateLimit.of(1, 1, LONGEST_DELAY));

  public SignInThrottle() {
    this(TimeMeter.SYSTEM_NANOTIME);
  }

  SignInThrottle(TimeMeter time) {
    knownBrowsers = new GrowingDelays<>(10, FIRST_DELAY, LONGEST_DELAY, SLOWED, time);
    namesFromNetworks = new GrowingDelays<>(5, FIRST_DELAY, LONGEST_DELAY, SLOWED, time);
    names = new GrowingDelays<>(20, Duration.ofSeconds(10), LONGEST_SHARED_DELAY, SLOWED, time);
    failures =
        new StrangerLimit(
            () -> RateLimit.of(30, 1, Duration.ofSeconds(10), time).refusing("signIn.busy"),
            RateLimit.of(300, 5, Duration.ofSeconds(1), time).refusing("signIn.busy"),
            RateLimit.of(100, 2, Duration.ofSeconds(1), time));
  }

  /**
   * Runs an attempt to sign in.
   *
   * @param login the name that is claimed
   * @param mark the mark of the person's browser
   * @param network from which the request comes
   * @param attempt throws {@code NOT_SIGNED_IN} if the name or the password is wrong, and {@code
   *     TOO_OFTEN} if they were not checked
   * @return the result of the attempt
   * @throws Refused {@code TOO_OFTEN} after too many failures; or what the attempt throws
   */
  <T> T admit(String login, Optional<String> mark, Optional<Network> network, Supplier<T> attempt) {
    return admit(login, mark, network, attempt, answer -> true);
  }

  /**
   * The same for an attempt that may end halfway, with a right password that takes a code as well.
   * Such an end counts neither as a failure nor as a success: it must not wipe out the wrong codes
   * of before.
   *
   * @param complete whether a result is a sign-in
   */
  <T> T admit(
      String login,
      Optional<String> mark,
      Optional<Network> network,
      Supplier<T> attempt,
      Predicate<T> complete) {
    if (mark.isPresent()) {
      return counted(knownBrowsers.begin(List.of(login, mark.get())), attempt, complete);
    }
    StrangerLimit.Taken taken = failures.take(network, 1);
    Outcome outcome = Outcome.NOT_LOOKED_AT;
    try {
      T answer = fromNetwork(login, network, attempt, complete);
      if (complete.test(answer)) {
        outcome = Outcome.RIGHT;
        network.ifPresent(knownNetworks::of);
      }
      return answer;
    } catch (Refused refused) {
      outcome = Outcome.of(refused);
      throw refused;
    } finally {
      if (outcome != Outcome.WRONG) {
        taken.giveBack();
      }
    }
  }

  private <T> T fromNetwork(
      String login, Optional<Network> network, Supplier<T> attempt, Predicate<T> complete) {
    if (network.isEmpty()) {
      return counted(names.begin(login), attempt, complete);
    }
    Supplier<T> ofName =
        knownNetworks.knows(network.get())
            ? attempt
            : () -> counted(names.begin(login), attempt, complete);
    return counted(
        namesFromNetworks.begin(List.of(login, network.get().prefix())), ofName, complete);
  }

  private static <T> T counted(Attempt delay, Supplier<T> attempt, Predicate<T> complete) {
    Outcome outcome = Outcome.NOT_LOOKED_AT;
    try {
      T answer = attempt.get();
      outcome = complete.test(answer) ? Outcome.RIGHT : Outcome.NOT_LOOKED_AT;
      return answer;
    } catch (Refused refused) {
      outcome = Outcome.of(refused);
      throw refused;
    } finally {
      switch (outcome) {
        case RIGHT -> delay.wasRight();
        case NOT_LOOKED_AT -> delay.doesNotCount();
        case WRONG -> {
          // the attempt stays counted as a failure
        }
      }
    }
  }

  private enum Outcome {
    RIGHT,
    WRONG,
    NOT_LOOKED_AT;

    static Outcome of(Refused refused) {
      // other refusals come before a code is looked at: the office or the counter does not fit
      return refused.refusal().kind() == Kind.NOT_SIGNED_IN ? WRONG : NOT_LOOKED_AT;
    }
  }
}
